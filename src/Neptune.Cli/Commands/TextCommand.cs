using System.CommandLine;
using Neptune.Cli.Editing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune name</c> and <c>neptune describe</c>: what people read about an object.</summary>
internal sealed class TextCommand : Command
{
    private readonly Argument<string> id = new("id") { Description = "The object's id, such as CLS-12." };
    private readonly Argument<string> text = new("text") { Description = "The text, in quotes when it has blanks." };
    private readonly ProjectOption project = new();

    private TextCommand(string name, string description, string path, string what, Terminal terminal, StoreOption store)
        : base(name, description)
    {
        Add(id);
        Add(text);
        Add(project);
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var edit = ObjectEdit.Of(opened, parsed.GetRequiredValue(id), parsed.GetValue(project));
            if (edit.Record.Kind == ObjectKind.Project)
                throw new NeptuneOptionsException($"{edit.Record.SysId} is the project {edit.Record.Project}, which has no other {what}. Name a run, a model or a version.");
            edit.Run(terminal, target => target[path] = parsed.GetRequiredValue(text));
            terminal.Out.WriteLine(OneLine.Of($"{edit.Record.SysId}: {(edit.Text(path) is { Length: > 0 } now ? $"{what} \"{now}\"" : $"no {what}")}."));
        });
    }

    public static TextCommand OfName(Terminal terminal, StoreOption store) =>
        new("name", "Name a run, model or version.", SysFields.Name, "name", terminal, store) { Aliases = { "rename" } };

    public static TextCommand OfDescription(Terminal terminal, StoreOption store) =>
        new("describe", "Describe a run, model or version in words.", SysFields.Description, "description", terminal, store);
}
