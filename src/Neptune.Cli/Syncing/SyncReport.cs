using Neptune.Cli.Output;

namespace Neptune.Cli.Syncing;

/// <summary>Says per object what a recovery came to.</summary>
internal static class SyncReport
{
    /// <summary>Says what was recovered, also when the recovery ended with an error.</summary>
    public static void Write(JournalSync sync, Terminal terminal)
    {
        foreach (var journals in sync.Recovered.GroupBy(journal => journal.Info.Object))
            terminal.Out.WriteLine($"{journals.First().Info.Id}: {Outcome(journals.Sum(journal => journal.Bytes))}");
        foreach (var warning in sync.Warnings)
            terminal.Complain(warning);
    }

    /// <summary>Says what there was nothing to do for.</summary>
    public static void WriteRest(JournalSync sync, Terminal terminal)
    {
        var inUse = sync.InUse();
        foreach (var journal in inUse)
            terminal.Out.WriteLine($"{journal.Id}: left alone, process {journal.ProcessId} is alive and writes to it.");
        if (sync.Recovered.Count == 0 && inUse.Count == 0)
            terminal.Out.WriteLine(sync.Choice.IsEverything ? "Nothing to sync: everything that was logged is in the store." : "Nothing to sync among what was asked for.");
    }

    private static string Outcome(long bytes) => bytes > 0
        ? $"recovered {ByteSize.Of(bytes)} of records."
        : "the store had all of it.";
}
