using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Showing;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune show</c>: the fields of one object.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Argument<string> id = new("id") { Description = "The object's id, such as CLS-12." };
    private readonly Option<string?> path = new("--path") { Description = "The namespace or field to show. Default: all.", HelpName = "path" };
    private readonly ProjectOption project = new();
    private readonly JsonOption json = new();

    public ShowCommand(Terminal terminal, StoreOption store)
        : base("show", "Show the fields of a run, model, model version or project.")
    {
        Add(id);
        Add(path);
        Add(project);
        Add(json);
        SetAction(parsed =>
        {
            using var opened = StoreReading.Open(parsed.GetValue(store), terminal);
            var shown = ShownObject.Read(opened, opened.RequireObject(parsed.GetRequiredValue(id), parsed.GetValue(project)), parsed.GetValue(path) ?? "");
            if (parsed.GetValue(json))
                ShownJson.Write(shown, terminal);
            else
                ShownTree.Write(shown, terminal);
        });
    }
}
