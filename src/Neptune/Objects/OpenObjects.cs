namespace Neptune.Objects;

/// <summary>The objects of this process that are not stopped yet. They are stopped when the process exits in an orderly way.</summary>
internal static class OpenObjects
{
    /// <summary>An exit must not hang on a store that does not answer; what is left is finished by the next process.</summary>
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(8);

    private static readonly Lock Gate = new();
    private static readonly List<NeptuneObject> Open = [];
    private static bool registered;

    /// <summary>How objects end that are stopped now because the process exits; <see langword="null"/> while it does not, or exits well.</summary>
    public static ObjectEnd? ExitEnd { get; private set; }

    public static void Add(NeptuneObject opened)
    {
        lock (Gate)
        {
            Open.Add(opened);
            if (registered)
                return;
            registered = true;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => StopAll();
        }
    }

    public static void Remove(NeptuneObject stopped)
    {
        lock (Gate)
            Open.Remove(stopped);
    }

    /// <summary>Brings what was logged into the store and notes how the objects end, in case that nobody has time to stop them. They stay open.</summary>
    public static void Record(ObjectEnd end, TimeSpan timeout) =>
        Each(timeout, "recording the end of the process", (opened, left) => opened.Core.RecordEnd(end, left));

    private static void StopAll()
    {
        if (Environment.ExitCode is not 0 and var code)
            ExitEnd = ObjectEnd.Failed(FormattableString.Invariant($"exit code {code}"));
        Each(ExitTimeout, "stopping at the end of the process", (opened, left) =>
        {
            opened.Core.EndWithProcess();
            opened.Stop(left);
        });
    }

    /// <summary>Does something to all objects in a time that they share. An exception here would turn an orderly exit into a crash.</summary>
    private static void Each(TimeSpan timeout, string what, Action<NeptuneObject, TimeSpan> work)
    {
        NeptuneObject[] all;
        lock (Gate)
            all = [.. Open];
        var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        foreach (var opened in all)
        {
            try
            {
                work(opened, TimeSpan.FromMilliseconds(Math.Max(0, deadline - Environment.TickCount64)));
            }
            catch (Exception e)
            {
                opened.Core.Log.JobFailed(opened.Id, what, e.Message);
            }
        }
    }
}
