namespace Neptune.Objects;

/// <summary>The objects of this process that are not stopped yet. They are stopped when the process exits in an orderly way.</summary>
internal static class OpenObjects
{
    /// <summary>An exit must not hang on a store that does not answer; what is left is finished by the next process.</summary>
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(10);

    private static readonly Lock Gate = new();
    private static readonly List<NeptuneObject> Open = [];
    private static bool registered;

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

    private static void StopAll()
    {
        NeptuneObject[] left;
        lock (Gate)
            left = [.. Open];
        foreach (var opened in left)
            StopQuietly(opened);
    }

    /// <summary>An exception here would turn an orderly exit into a crash.</summary>
    private static void StopQuietly(NeptuneObject opened)
    {
        try
        {
            opened.Stop(ExitTimeout);
        }
        catch (Exception e)
        {
            opened.Core.Log.JobFailed(opened.Id, "stopping at the end of the process", e.Message);
        }
    }
}
