using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Showing;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune show</c>: the fields of one object.</summary>
internal sealed class ShowCommand : Command
{
    private readonly Argument<string> id = new("id") { Description = "The object's id, such as CLS-12." };
    private readonly Option<string?> path = new("--path") { Description = "The namespace or field to show, with all there is in it, instead of a summary and the tree.", HelpName = "path" };
    private readonly Option<bool> all = new("--all", "-a") { Description = "Fold nothing: also defaults, what Neptune maintains and monitors, and large namespaces." };
    private readonly ProjectOption project = new();
    private readonly JsonOption json = new();

    public ShowCommand(Terminal terminal, StoreOption store)
        : base("show", "Show a run, model, model version or project: a summary, and its fields.")
    {
        Add(id);
        Add(path);
        Add(all);
        Add(project);
        Add(json);
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var shown = ShownObject.Read(opened, opened.RequireObject(parsed.GetRequiredValue(id), parsed.GetValue(project)), parsed.GetValue(path) ?? "");
            if (parsed.GetValue(json))
                ShownJson.Write(shown, terminal);
            else if (parsed.GetValue(path) is { Length: > 0 })
                ShownTree.Write(shown.Title, ShownFields.All(shown), terminal);
            else
                ShownText.Write(shown, parsed.GetValue(all), terminal);
        });
    }
}
