using System.CommandLine;
using Neptune.Cli.Listing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary>The arguments by which a command takes objects: ids, or a query for objects of a kind.</summary>
internal sealed class ObjectSelection
{
    private readonly Argument<string[]> ids = new("id") { Description = "The ids of runs, models or versions. A model takes its versions along.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> query = new("--query", "-q") { Description = "What a query in the Neptune query language finds, instead of ids.", HelpName = "NQL" };
    private readonly KindOption kind = new();
    private readonly ProjectOption project = new();
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do not ask." };

    public ProjectOption Project => project;

    /// <param name="command">The command that gets the arguments.</param>
    /// <param name="instead">An option that names objects in another way, if the command has one.</param>
    public void AddTo(Command command, Option<bool>? instead = null)
    {
        command.Add(ids);
        command.Add(query);
        command.Add(kind);
        command.Add(project);
        command.Add(yes);
        command.Validators.Add(result =>
        {
            var ways = (result.GetResult(ids) is { Tokens.Count: > 0 } ? 1 : 0)
                + (result.GetResult(query) is not null ? 1 : 0)
                + (instead is not null && result.GetResult(instead) is not null ? 1 : 0);
            if (ways != 1)
                result.AddError($"Give ids{(instead is null ? " or --query" : $", --query or {instead.Name}")}, one of them.");
            else if (result.GetResult(kind) is { Implicit: false } && result.GetResult(query) is null)
                result.AddError("--kind goes with --query only.");
        });
    }

    public bool IsQuery(ParseResult parsed) => parsed.GetValue(query) is not null;

    public bool IsConfirmed(ParseResult parsed, Terminal terminal, string question) => parsed.GetValue(yes) || terminal.Confirms(question);

    /// <summary>The objects: those of the ids, or what the query finds in the trash or outside of it.</summary>
    public IReadOnlyList<ObjectRecord> Find(ParseResult parsed, Store store, bool trashed, Terminal terminal)
    {
        if (parsed.GetValue(query) is not { } nql)
            return [.. parsed.GetRequiredValue(ids).Select(id => store.RequireObject(id, parsed.GetValue(project)))];
        var listed = ListedObjects.Of(store, new(KindOption.Kinds[parsed.GetRequiredValue(kind)]) { Project = parsed.GetValue(project), Query = nql, Trashed = trashed });
        foreach (var warning in listed.Warnings)
            terminal.Complain($"warning: {warning}");
        return [.. listed.Read([], new()).Select(item => item.Record)];
    }
}
