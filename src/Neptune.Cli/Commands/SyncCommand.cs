using System.CommandLine;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Cli.Syncing;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune sync</c>: brings into the store what dead processes left in their journals.</summary>
internal sealed class SyncCommand : Command
{
    private readonly Option<string[]> objects = new("--object") { Description = "Only the journals of these objects, by the ids that `neptune status` shows.", HelpName = "id", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> project = new("--project") { Description = "Only the journals of one project.", HelpName = "workspace/name" };
    private readonly Option<bool> offlineOnly = new("--offline-only") { Description = "Only what was logged offline." };

    public SyncCommand(Terminal terminal, StoreOption store)
        : base("sync", "Bring into the store what was logged offline, and what processes could not finish.")
    {
        Add(objects);
        Add(project);
        Add(offlineOnly);
        SetAction(parsed =>
        {
            var found = StoreWithReason.RequireToSync(parsed.GetValue(store));
            using var backend = new EmbeddedBackend(found.Folder, readOnly: false);
            backend.Store.Warn(terminal);
            var sync = new JournalSync(backend, new SyncChoice(
                parsed.GetValue(objects) ?? [],
                parsed.GetValue(project) is { } name ? ProjectName.Parse(name).ToString() : null,
                parsed.GetValue(offlineOnly)));
            try
            {
                ProgressBar.Watch(terminal, sync.Describe, sync.Run);
            }
            finally
            {
                SyncReport.Write(sync, terminal);
            }
            return SyncReport.WriteRest(sync, terminal) ? ExitCode.Success : ExitCode.Failure;
        });
    }
}
