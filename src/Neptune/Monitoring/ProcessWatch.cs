using System.Diagnostics;

namespace Neptune.Monitoring;

/// <summary>Logs what a child process prints, line by line, and how it ended.</summary>
internal sealed class ProcessWatch : IDisposable
{
    /// <summary>How long the last lines of an ended process are waited for; a process that it left behind may keep its output open for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ProcessFields fields;
    private readonly Task printed;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProcessWatch(Process process, ProcessFields fields, Task printed)
    {
        (this.process, this.fields, this.printed) = (process, fields, printed);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => LogExit();
        // It may have exited before it could be asked to tell.
        LogExit();
        Completion = Task.WhenAll(printed, exited.Task);
    }

    /// <summary>The process has exited and all that it printed is logged.</summary>
    public Task Completion { get; }

    /// <summary>Watches a process whose output its starter has redirected. The lines come by its events, so that the starter can have them too.</summary>
    /// <exception cref="ArgumentException">It was not started, nothing is redirected, or somebody reads the output by its reader.</exception>
    public static ProcessWatch Attach(Process process, ProcessFields fields)
    {
        var streams = new List<Task>();
        try
        {
            if (process.StartInfo.RedirectStandardOutput)
                streams.Add(Received(fields.Stdout, handler => process.OutputDataReceived += handler, process.BeginOutputReadLine, process.CancelOutputRead));
            if (process.StartInfo.RedirectStandardError)
                streams.Add(Received(fields.Stderr, handler => process.ErrorDataReceived += handler, process.BeginErrorReadLine, process.CancelErrorRead));
            return new(process, fields, Task.WhenAll(streams));
        }
        catch (InvalidOperationException e)
        {
            fields.End();
            throw new ArgumentException($"The output of {process.StartInfo.FileName} cannot be read: {Sentence.Of(e.Message)} Start it before it is observed, and read its lines by OutputDataReceived instead of StandardOutput.", nameof(process), e);
        }
    }

    /// <summary>Starts a process and watches it. What it prints is shown on the console as if it wrote there itself.</summary>
    public static (Process Process, ProcessWatch Watch) Start(ProcessStartInfo start, ProcessFields fields)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        var printed = Task.WhenAll(ReadAsync(process.StandardOutput, () => Console.Out, fields.Stdout), ReadAsync(process.StandardError, () => Console.Error, fields.Stderr));
        return (process, new(process, fields, printed));
    }

    public void Dispose()
    {
        LogExit();
        if (exited.Task.IsCompleted)
            Task.WaitAny([printed], Patience);
        fields.End();
    }

    private static Task Received(LineSeries series, Action<DataReceivedEventHandler> subscribe, Action begin, Action cancel)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        subscribe((_, received) =>
        {
            if (received.Data is { } line)
                series.Append(line);
            else
                end.TrySetResult();
        });
        try
        {
            begin();
        }
        catch (InvalidOperationException)
        {
            // Its starter reads by the same events already, which only then can be taken up again.
            cancel();
            begin();
        }
        return end.Task;
    }

    /// <summary>Reads to the end even when nobody logs any more: a process whose output is not read stands still.</summary>
    private static Task ReadAsync(StreamReader output, Func<TextWriter> console, LineSeries series) => Task.Run(async () =>
    {
        var lines = new LineBuffer(series.Append);
        var chunk = new char[4096];
        var isShown = true;
        while (await output.ReadAsync(chunk).ConfigureAwait(false) is > 0 and var read)
        {
            isShown = isShown && TryShow(console(), chunk.AsSpan(0, read));
            lines.Feed(chunk.AsSpan(0, read));
        }
        lines.Finish();
    });

    private static bool TryShow(TextWriter console, ReadOnlySpan<char> text)
    {
        try
        {
            console.Write(text);
            console.Flush();
            return true;
        }
        catch (Exception)
        {
            // Somebody has closed the console's writer, which is no trouble of the process that prints.
            return false;
        }
    }

    private void LogExit()
    {
        try
        {
            if (!process.HasExited)
                return;
            fields.Exit(process.ExitCode);
            exited.TrySetResult();
        }
        catch (InvalidOperationException)
        {
            // It was disposed: nobody knows how it ends.
        }
    }
}
