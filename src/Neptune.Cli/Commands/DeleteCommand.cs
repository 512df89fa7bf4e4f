using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune delete</c>: deletes for ever what is in the trash.</summary>
internal sealed class DeleteCommand : Command
{
    private readonly Argument<string[]> ids = new("id") { Description = "The ids of objects in the trash. A model takes its versions along.", Arity = ArgumentArity.OneOrMore };
    private readonly ProjectOption project = new();
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do not ask." };

    public DeleteCommand(Terminal terminal, StoreOption store)
        : base("delete", "Delete for ever what is in the trash.")
    {
        Add(ids);
        Add(project);
        Add(yes);
        SetAction(parsed =>
        {
            var found = StoreWithReason.Require(parsed.GetValue(store));
            using var opened = Store.Open(new(found.Folder));
            List<ObjectRecord> objects = [.. parsed.GetRequiredValue(ids).Select(id => opened.RequireObject(id, parsed.GetValue(project)))];
            if (!parsed.GetValue(yes) && !terminal.Confirms($"Delete {string.Join(", ", objects.Select(record => record.SysId))} for ever?"))
                return ExitCode.Failure;
            ProgressBar.Watch(terminal, "Deleting", _ => opened.Delete([.. objects.Select(record => record.Uid)], DateTimeOffset.UtcNow));
            foreach (var record in objects)
                terminal.Out.WriteLine($"{record.SysId}: deleted.");
            return ExitCode.Success;
        });
    }
}
