using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Stores;

/// <summary>Opens the store of a command.</summary>
internal static class OpenedStore
{
    /// <summary>Opens a store to read from it. What dead processes left is finished first, so that the answer is the whole one.</summary>
    public static Store ToRead(string? given, Terminal terminal)
    {
        var store = StoreWithReason.Require(given);
        FinishJournals(store.Folder, terminal);
        return Of(new(store.Folder) { ReadOnly = true }, terminal);
    }

    /// <summary>Opens a store as it is, and says what is odd about it.</summary>
    /// <exception cref="NeptuneStoreException">It cannot be opened, or another machine is using it.</exception>
    public static Store Of(StoreOptions options, Terminal terminal)
    {
        EmbeddedBackend.RequireOneMachine(options.Folder);
        var store = Store.Open(options);
        store.Warn(terminal);
        return store;
    }

    /// <summary>Says what was found out about a store when it was opened.</summary>
    public static void Warn(this Store store, Terminal terminal)
    {
        if (store.TakeNotice() is { } notice)
            terminal.Complain($"warning: {notice}");
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

    /// <summary>Brings in what dead processes left, and tells a log what went wrong with it.</summary>
    /// <param name="folder">The store's folder.</param>
    /// <param name="log">Told of what is damaged.</param>
    /// <param name="opened">Told of the store, if there is anything to bring in.</param>
    public static void FinishJournals(string folder, ILogger log, Action<Store>? opened = null)
    {
        // Most of the time there is nothing to finish, and then nothing is opened for writing.
        if (JournalEntry.List(EmbeddedBackend.RootOf(folder)).All(entry => entry.State is JournalState.InUse or JournalState.SetAside))
            return;
        using var backend = new EmbeddedBackend(folder, readOnly: false);
        opened?.Invoke(backend.Store);
        JournalRecovery.Recover(backend, log);
    }

    private static void Finish(string folder, Terminal terminal)
    {
        var log = new WarningLog();
        FinishJournals(folder, log, store => store.Warn(terminal));
        foreach (var warning in log.Warnings)
            terminal.Complain($"warning: {warning}");
    }
}
