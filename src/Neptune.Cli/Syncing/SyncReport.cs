using Neptune.Cli.Output;
using Neptune.Pumping;

namespace Neptune.Cli.Syncing;

/// <summary>Says per object what a recovery came to.</summary>
internal static class SyncReport
{
    /// <summary>Says what was recovered, also when the recovery ended with an error.</summary>
    public static void Write(JournalSync sync, Terminal terminal)
    {
        foreach (var journals in sync.Recovered.GroupBy(journal => journal.Info.Object))
            terminal.Out.WriteLine($"{journals.First().Info.Id}: {Outcome([.. journals])}");
        foreach (var warning in sync.Warnings)
            terminal.Complain(warning);
    }

    /// <summary>Says what there was nothing to do for.</summary>
    /// <returns>Whether everything that was asked for is in the store, or on its way there.</returns>
    public static bool WriteRest(JournalSync sync, Terminal terminal)
    {
        var inUse = sync.InUse();
        foreach (var journal in inUse)
            terminal.Out.WriteLine($"{journal.Id}: left alone, process {journal.ProcessId} is alive and writes to it.");
        foreach (var journal in sync.Kept())
            terminal.Complain($"{journal.Info!.Id}: {journal.Note!.Reason}. Kept in {journal.Path}; `neptune status` says more.");
        var isDone = sync.Warnings.Count == 0 && sync.Kept().Count == 0;
        if (sync.Recovered.Count == 0 && inUse.Count == 0 && isDone)
            terminal.Out.WriteLine(sync.Choice.IsEverything ? "Nothing to sync: everything that was logged is in the store." : "Nothing to sync among what was asked for.");
        return isDone;
    }

    private static string Outcome(IReadOnlyList<RecoveredJournal> journals) => (journals.Sum(journal => journal.Bytes), journals.Any(journal => journal.Missing is not null)) switch
    {
        (> 0 and var bytes, _) => $"recovered {ByteSize.Of(bytes)} of records.",
        (_, true) => "nothing could be recovered.",
        _ => "the store had all of it.",
    };
}
