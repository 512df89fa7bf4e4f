using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune trash</c> and <c>neptune restore</c>: into the trash and out of it.</summary>
internal sealed class TrashCommand : Command
{
    private readonly Argument<string[]> ids = new("id") { Description = "The ids of runs, models or versions.", Arity = ArgumentArity.OneOrMore };
    private readonly ProjectOption project = new();

    private TrashCommand(string name, string description, bool trashed, Terminal terminal, StoreOption store)
        : base(name, description)
    {
        Add(ids);
        Add(project);
        SetAction(parsed =>
        {
            var found = StoreWithReason.Require(parsed.GetValue(store));
            using var opened = Store.Open(new(found.Folder));
            List<ObjectRecord> objects = [.. parsed.GetRequiredValue(ids).Select(id => opened.RequireObject(id, parsed.GetValue(project)))];
            opened.SetTrashed([.. objects.Select(record => record.Uid)], trashed);
            foreach (var record in objects)
                terminal.Out.WriteLine($"{record.SysId}: {(trashed ? "in the trash" : "restored")}.");
        });
    }

    public static TrashCommand Trash(Terminal terminal, StoreOption store) =>
        new("trash", "Put objects into the trash, from where they can be restored.", trashed: true, terminal, store);

    public static TrashCommand Restore(Terminal terminal, StoreOption store) =>
        new("restore", "Take objects out of the trash.", trashed: false, terminal, store);
}
