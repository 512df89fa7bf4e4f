using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune delete</c>: deletes for ever what is in the trash.</summary>
internal sealed class DeleteCommand : Command
{
    private readonly ObjectSelection selection = new();
    private readonly Option<bool> trashed = new("--trashed") { Description = "Everything that is in the trash." };

    public DeleteCommand(Terminal terminal, StoreOption store)
        : base("delete", "Delete for ever what is in the trash.")
    {
        selection.AddTo(this, trashed);
        Add(trashed);
        SetAction(parsed =>
        {
            var found = StoreWithReason.Require(parsed.GetValue(store));
            using var opened = OpenedStore.Of(new(found.Folder), terminal);
            var objects = parsed.GetValue(trashed)
                ? opened.ListTrash(parsed.GetValue(selection.Project) is { } project ? opened.RequireProject(project) : null)
                : selection.Find(parsed, opened, trashed: true, terminal);
            if (objects.Count == 0)
            {
                terminal.Out.WriteLine(parsed.GetValue(trashed) ? "The trash is empty." : "The query finds nothing in the trash.");
                return ExitCode.Success;
            }
            if (!selection.IsConfirmed(parsed, terminal, $"Delete {ObjectNames.Of(objects)} for ever?"))
                return ExitCode.Failure;
            ProgressBar.Watch(terminal, "Deleting", _ => opened.Delete([.. objects.Select(record => record.Uid)], DateTimeOffset.UtcNow));
            foreach (var record in objects)
                terminal.Out.WriteLine($"{record.SysId}: deleted.");
            return ExitCode.Success;
        });
    }
}
