using System.CommandLine;
using System.Globalization;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Cli.Status;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune project</c>: the projects of a store.</summary>
internal sealed class ProjectCommand : Command
{
    public ProjectCommand(Terminal terminal, StoreOption store)
        : base("project", "List the projects of a store, create one, or delete one.")
    {
        Add(List(terminal, store));
        Add(Create(terminal, store));
        Add(Delete(terminal, store));
    }

    private static Command List(Terminal terminal, StoreOption store)
    {
        var command = new Command("list", "List the projects and how much is in them.");
        command.SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
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
            using var opened = OpenedStore.Of(new(StoreLocation.Find(parsed.GetValue(store)).Folder), terminal);
            var wanted = ProjectName.Parse(parsed.GetRequiredValue(name));
            if (opened.FindProject(wanted) is { } existing)
                throw new NeptuneNameException($"There is a project {existing.Name} already; its key is {existing.Key}.");
            var created = opened.EnsureProject(wanted, Environment.UserName, DateTimeOffset.UtcNow, parsed.GetValue(key));
            terminal.Out.WriteLine($"{created.Name} ({created.Key})");
        });
        return command;
    }

    private static Command Delete(Terminal terminal, StoreOption store)
    {
        var name = new Argument<string>("name") { Description = "The project, as workspace/name; a bare name is in the workspace local." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var command = new Command("delete", "Delete a project for ever, with everything that is in it.") { name, yes };
        command.SetAction(parsed =>
        {
            using var opened = OpenedStore.Of(new(StoreWithReason.Require(parsed.GetValue(store)).Folder), terminal);
            var project = opened.RequireProject(parsed.GetRequiredValue(name));
            var (runs, models) = (opened.List(ObjectKind.Run, project).Count, opened.List(ObjectKind.Model, project).Count);
            if (!parsed.GetValue(yes) && !terminal.Confirms(string.Create(CultureInfo.InvariantCulture, $"Delete {project.Name} with {runs} runs, {models} models and its trash for ever?")))
                return ExitCode.Failure;
            ProgressBar.Watch(terminal, "Deleting", _ => opened.DeleteProject(project, DateTimeOffset.UtcNow));
            terminal.Out.WriteLine($"{project.Name}: deleted.");
            return ExitCode.Success;
        });
        return command;
    }
}
