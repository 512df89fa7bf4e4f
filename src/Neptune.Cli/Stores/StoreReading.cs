using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Stores;

/// <summary>Opens a store to read from it. What dead processes left is finished first, so that the answer is the whole one.</summary>
internal static class StoreReading
{
    public static Store Open(string? given, Terminal terminal)
    {
        var store = StoreWithReason.Require(given);
        FinishJournals(store.Folder, terminal);
        return Store.Open(new(store.Folder) { ReadOnly = true });
    }

    /// <summary>Brings in what dead processes left, and warns when that cannot be done.</summary>
    public static void FinishJournals(string folder, Terminal terminal)
    {
        try
        {
            Finish(folder, terminal);
        }
        catch (Exception error) when (error is NeptuneException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"warning: journals could not be finished, so what they hold may be missing here. {error.Message}");
        }
    }

    private static void Finish(string folder, Terminal terminal)
    {
        // Most of the time there is nothing to finish, and then nothing is opened for writing.
        if (JournalEntry.List(EmbeddedBackend.RootOf(folder)).All(entry => entry.State is JournalState.InUse or JournalState.SetAside))
            return;
        using var backend = new EmbeddedBackend(folder, readOnly: false);
        var log = new WarningLog();
        JournalRecovery.Recover(backend, log);
        foreach (var warning in log.Warnings)
            terminal.Complain($"warning: {warning}");
    }
}
