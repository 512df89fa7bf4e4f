using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neptune.Monitoring;

/// <summary>The background work of one run: console output, hardware, runtime, meters, unhandled exceptions.</summary>
internal sealed class RunMonitor : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly Run run;
    private readonly TimeSpan pollingPeriod;
    private readonly Lock gate = new();
    private readonly List<IDisposable> jobs = [];
    private readonly HashSet<string> processes = new(StringComparer.OrdinalIgnoreCase);
    private readonly string ns;

    public RunMonitor(Run run, RunOptions options, string ns)
    {
        (this.run, this.ns) = (run, ns);
        pollingPeriod = options.FlushPeriod;
        var byDefault = !Session.IsInteractive;
        var (stdout, stderr) = (options.CaptureStdout ?? byDefault, options.CaptureStderr ?? byDefault);
        var (hardware, runtime) = (options.CaptureHardwareMetrics ?? byDefault, options.CaptureRuntimeMetrics ?? byDefault);
        if (stdout || stderr || hardware || runtime || options.CaptureTraceback)
            Identify(ns);
        if (stdout)
            Capture(ConsoleStream.Stdout, $"{ns}/stdout");
        if (stderr)
            Capture(ConsoleStream.Stderr, $"{ns}/stderr");
        if (hardware)
            jobs.Add(new PeriodicJob(run, "hardware monitoring", Period, new HardwareMetrics(run, ns).Sample));
        if (runtime)
            jobs.Add(new PeriodicJob(run, "runtime monitoring", Period, new RuntimeMetrics(run, ns).Sample));
        if (options.FailOnException || options.CaptureTraceback)
            FailureWatch.Add(run);
    }

    /// <summary>The namespace used when none is named: the same for the same host, process and thread, another for any other.</summary>
    public static string DefaultNamespace()
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Environment.CurrentManagedThreadId}");
        return $"monitoring/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[^8..]}";
    }

    /// <summary>Logs what a meter measures until the result is disposed or the run stops.</summary>
    public IDisposable Observe(Func<Meter, bool> isWatched)
    {
        run.Core.RequireWritable();
        var watch = new MeterWatch(run, pollingPeriod, isWatched);
        lock (gate)
            jobs.Add(watch);
        return watch;
    }

    /// <summary>Logs what a process prints whose output is redirected.</summary>
    public IDisposable Observe(Process process)
    {
        run.Core.RequireWritable();
        if (process.StartInfo is { RedirectStandardOutput: false, RedirectStandardError: false })
            throw new ArgumentException($"Nothing that {process.StartInfo.FileName} prints is redirected, so it cannot be read. Set RedirectStandardOutput and RedirectStandardError before it is started, or let Observe(ProcessStartInfo) start it.", nameof(process));
        return Keep(ProcessWatch.Attach(process, FieldsOf(process.StartInfo)));
    }

    /// <summary>Starts a process, shows what it prints, and logs it.</summary>
    public Process Observe(ProcessStartInfo start)
    {
        run.Core.RequireWritable();
        var (process, watch) = ProcessWatch.Start(start, FieldsOf(start));
        Keep(watch);
        return process;
    }

    public void Dispose()
    {
        FailureWatch.Remove(run);
        IDisposable[] ending;
        lock (gate)
        {
            ending = [.. jobs];
            jobs.Clear();
        }
        foreach (var job in ending)
            job.Dispose();
    }

    private void Identify(string ns)
    {
        run[$"{ns}/hostname"].Assign(Environment.MachineName);
        run[$"{ns}/pid"].Assign(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        run[$"{ns}/tid"].Assign(Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture));
    }

    private void Capture(ConsoleStream console, string path) => jobs.Add(console.Listen(new LineSeries(run, path).Append));

    /// <summary>A watch ends with the run, and is let go of before when there is nothing more to watch.</summary>
    private ProcessWatch Keep(ProcessWatch watch)
    {
        lock (gate)
            jobs.Add(watch);
        watch.Completion.ContinueWith(_ => Forget(watch), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return watch;
    }

    private void Forget(ProcessWatch watch)
    {
        lock (gate)
            jobs.Remove(watch);
    }

    /// <summary>The fields of a process: named as its program, and numbered from the second one on.</summary>
    private ProcessFields FieldsOf(ProcessStartInfo start)
    {
        var program = Path.GetFileName(start.FileName);
        if (program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
            program = Path.GetFileNameWithoutExtension(program);
        lock (gate)
        {
            var name = program;
            for (var number = 2; !processes.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{program}_{number}");
            return new(run, $"{ns}/processes/{name}");
        }
    }
}
