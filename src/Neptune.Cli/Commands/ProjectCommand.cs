using System.CommandLine;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Cli.Status;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune project</c>: the projects of a store.</summary>
internal sealed class ProjectCommand : Command
{
    public ProjectCommand(Terminal terminal, StoreOption store)
        : base("project", "List the projects of a store, or create one.")
    {
        Add(List(terminal, store));
        Add(Create(terminal, store));
    }

    private static Command List(Terminal terminal, StoreOption store)
    {
        var command = new Command("list", "List the projects and how much is in them.");
        command.SetAction(parsed =>
        {
            using var opened = StoreReading.Open(parsed.GetValue(store), terminal);
            terminal.Write(ProjectCounts.Of(opened, terminal));
        });
        return command;
    }

    private static Command Create(Terminal terminal, StoreOption store)
    {
        var name = new Argument<string>("name") { Description = "The project, as workspace/name; a bare name is in the workspace local." };
        var key = new Option<string?>("--key") { Description = "What the ids of the project start with. Default: made from its name.", HelpName = "KEY" };
        var command = new Command("create", "Create a project, and the store if there is none.") { name, key };
        command.SetAction(parsed =>
        {
            using var opened = Store.Open(new(StoreLocation.Find(parsed.GetValue(store)).Folder));
            var wanted = ProjectName.Parse(parsed.GetRequiredValue(name));
            if (opened.FindProject(wanted) is { } existing)
                throw new NeptuneNameException($"There is a project {existing.Name} already; its key is {existing.Key}.");
            var created = opened.EnsureProject(wanted, Environment.UserName, DateTimeOffset.UtcNow, parsed.GetValue(key));
            terminal.Out.WriteLine($"{created.Name} ({created.Key})");
        });
        return command;
    }
}
