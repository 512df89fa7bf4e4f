using System.CommandLine;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Cli.Syncing;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune sync</c>: brings into the store what dead processes left in their journals.</summary>
internal sealed class SyncCommand : Command
{
    public SyncCommand(Terminal terminal, StoreOption store)
        : base("sync", "Bring into the store what was logged offline, and what processes could not finish.") => SetAction(parsed =>
        {
            var found = StoreWithReason.RequireToSync(parsed.GetValue(store));
            using var backend = new EmbeddedBackend(found.Folder, readOnly: false);
            var sync = new JournalSync(backend);
            try
            {
                ProgressBar.Watch(terminal, sync.Describe, sync.Run);
            }
            finally
            {
                SyncReport.Write(sync, terminal);
            }
            SyncReport.WriteRest(sync, terminal);
            return sync.Warnings.Count > 0 ? ExitCode.Failure : ExitCode.Success;
        });
}
