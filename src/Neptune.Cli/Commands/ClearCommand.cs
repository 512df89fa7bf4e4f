using System.CommandLine;
using Neptune.Cli.Clearing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune clear</c>: deletes journals that will not be finished: damaged ones, and with a word more those that wait to be synced.</summary>
internal sealed class ClearCommand : Command
{
    private readonly Option<bool> unsynced = new("--unsynced") { Description = "Also delete what was logged offline or left by dead processes and is NOT in the store." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do not ask." };

    public ClearCommand(Terminal terminal, StoreOption store)
        : base("clear", "Delete what is left of damaged journals.")
    {
        Add(unsynced);
        Add(yes);
        SetAction(parsed =>
        {
            var found = StoreWithReason.RequireToSync(parsed.GetValue(store));
            var clearing = JournalClearing.Find(found.Folder, parsed.GetValue(unsynced));
            if (clearing.Journals.Count == 0)
            {
                terminal.Out.WriteLine("Nothing to clear.");
                return ExitCode.Success;
            }
            foreach (var journal in clearing.Journals)
                terminal.Out.WriteLine(JournalClearing.Describe(journal));
            if (!parsed.GetValue(yes) && !terminal.Confirms($"Delete {(clearing.Journals.Count == 1 ? "this journal" : $"these {clearing.Journals.Count} journals")} for ever?"))
                return ExitCode.Failure;
            clearing.Delete();
            terminal.Out.WriteLine($"Deleted {clearing.Journals.Count}.");
            return ExitCode.Success;
        });
    }
}
