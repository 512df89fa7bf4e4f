using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune trash</c> and <c>neptune restore</c>: into the trash and out of it.</summary>
internal sealed class TrashCommand : Command
{
    private readonly ObjectSelection selection = new();

    private TrashCommand(string name, string description, bool trashed, Terminal terminal, StoreOption store)
        : base(name, description)
    {
        selection.AddTo(this);
        SetAction(parsed =>
        {
            var found = StoreWithReason.Require(parsed.GetValue(store));
            if (selection.IsQuery(parsed))
                OpenedStore.FinishJournals(found.Folder, terminal);
            using var opened = OpenedStore.Of(new(found.Folder), terminal);
            var objects = selection.Find(parsed, opened, trashed: !trashed, terminal);
            if (selection.IsQuery(parsed))
            {
                if (objects.Count == 0)
                {
                    terminal.Out.WriteLine("The query finds nothing.");
                    return ExitCode.Success;
                }
                if (!selection.IsConfirmed(parsed, terminal, $"{(trashed ? "Put" : "Restore")} {ObjectNames.Of(objects)}{(trashed ? " into the trash" : "")}?"))
                    return ExitCode.Failure;
            }
            opened.SetTrashed([.. objects.Select(record => record.Uid)], trashed);
            foreach (var record in objects)
                terminal.Out.WriteLine($"{record.SysId}: {(trashed ? "in the trash" : "restored")}.");
            return ExitCode.Success;
        });
    }

    public static TrashCommand Trash(Terminal terminal, StoreOption store) =>
        new("trash", "Put objects into the trash, from where they can be restored.", trashed: true, terminal, store);

    public static TrashCommand Restore(Terminal terminal, StoreOption store) =>
        new("restore", "Take objects out of the trash.", trashed: false, terminal, store);
}
