using System.CommandLine;
using Neptune.Cli.Comparing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune compare</c>: where objects differ.</summary>
internal sealed class CompareCommand : Command
{
    private readonly Argument<string[]> ids = new("id") { Description = "The ids of two objects or more, such as CLS-12 CLS-15.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> path = new("--path") { Description = "The namespace to compare. Default: everything but sys and monitoring.", HelpName = "path" };
    private readonly ProjectOption project = new();
    private readonly JsonOption json = new();

    public CompareCommand(Terminal terminal, StoreOption store)
        : base("compare", "Show the fields in which objects differ.")
    {
        Aliases.Add("diff");
        Add(ids);
        Add(path);
        Add(project);
        Add(json);
        Validators.Add(result =>
        {
            if (result.GetResult(ids) is not { Tokens.Count: >= 2 })
                result.AddError("Give the ids of two objects or more.");
        });
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var objects = parsed.GetRequiredValue(ids).Select(id => opened.RequireObject(id, parsed.GetValue(project)));
            var comparison = Comparison.Of(opened, objects, parsed.GetValue(path));
            if (parsed.GetValue(json))
                ComparisonOutput.WriteJson(comparison, terminal);
            else
                ComparisonOutput.WriteTable(comparison, terminal);
        });
    }
}
