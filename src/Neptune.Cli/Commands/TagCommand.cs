using System.CommandLine;
using Neptune.Cli.Editing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune tag</c>: adds tags to an object and removes others.</summary>
internal sealed class TagCommand : Command
{
    private readonly Argument<string> id = new("id") { Description = "The object's id, such as CLS-12." };
    private readonly Argument<string[]> tags = new("tag") { Description = "The tags to add.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> remove = new("--remove") { Description = "The tags to remove.", HelpName = "tag", AllowMultipleArgumentsPerToken = true };
    private readonly ProjectOption project = new();

    public TagCommand(Terminal terminal, StoreOption store)
        : base("tag", "Add tags to a run, model, version or project, and remove others.")
    {
        Add(id);
        Add(tags);
        Add(remove);
        Add(project);
        Validators.Add(result =>
        {
            string[] added = [.. result.GetResult(tags)?.Tokens.Select(token => token.Value) ?? []];
            string[] removed = [.. result.GetResult(remove)?.Tokens.Select(token => token.Value) ?? []];
            if (added.Length + removed.Length == 0)
                result.AddError("Give tags to add, or --remove and tags.");
            else if (added.Any(string.IsNullOrWhiteSpace))
                result.AddError("A tag to add is blank. Is a variable of the shell empty?");
            else if (added.Intersect(removed).FirstOrDefault() is { } both)
                result.AddError($"\"{both}\" is to be added and removed; give it once.");
        });
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var edit = ObjectEdit.Of(opened, parsed.GetRequiredValue(id), parsed.GetValue(project));
            edit.Run(terminal, target =>
            {
                target[SysFields.Tags].Add(parsed.GetRequiredValue(tags));
                if (parsed.GetValue(remove) is { Length: > 0 } removed)
                    target[SysFields.Tags].Remove(removed);
            });
            var now = opened.ReadStringSet(edit.Record.Uid, SysFields.Tags);
            terminal.Out.WriteLine(OneLine.Of($"{edit.Record.SysId}: {(now.Count > 0 ? $"tags {string.Join(", ", now)}" : "no tags")}."));
        });
    }
}
