using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Shipping;
using Neptune.Cli.Stores;
using Neptune.Registry;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune models</c>: the versions that a project pins in its lock file.</summary>
internal sealed class ModelsCommand : Command
{
    public ModelsCommand(Terminal terminal, StoreOption store)
        : base("models", "Work on the model versions that a project pins.") => Add(Update(terminal, store));

    private static Command Update(Terminal terminal, StoreOption store)
    {
        var names = new Argument<string[]>("name") { Description = "What the lock file calls the models to update. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string>("--lock") { Description = "The lock file.", HelpName = "file", DefaultValueFactory = _ => ModelLock.FileName };
        var command = new Command("update", "Pin what the registry has now: of a stage, the newest version in it.") { names, file };
        command.SetAction(parsed =>
        {
            var settings = new StoreSettings(StoreWithReason.Require(parsed.GetValue(store)).Folder, Project: null, ConnectionMode.ReadOnly, new WarningLog());
            Write(terminal, LockUpdate.Run(Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(names), settings));
        });
        return command;
    }

    private static void Write(Terminal terminal, IReadOnlyList<(string Name, LockedModel Before, LockedModel After)> updates)
    {
        var table = TerminalTable.New(terminal, ["Model", "Asked for", "Was", "Is", "SHA-256"]);
        foreach (var (name, before, after) in updates)
            table.AddTextRow([name, after.Requested, before.Version, after.Version == before.Version && after.Sha256 == before.Sha256 ? "the same" : after.Version, after.Sha256]);
        terminal.Write(table);
    }
}
