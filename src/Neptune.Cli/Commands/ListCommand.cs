using System.CommandLine;
using Neptune.Cli.Listing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune ls</c>: the objects of a kind, newest first.</summary>
internal sealed class ListCommand : Command
{
    private static readonly Dictionary<string, ObjectKind> Kinds = new(StringComparer.Ordinal)
    {
        ["runs"] = ObjectKind.Run,
        ["models"] = ObjectKind.Model,
        ["versions"] = ObjectKind.ModelVersion,
    };

    private readonly Argument<string> kind = new("kind") { Description = "What to list." };
    private readonly ProjectOption project = new();
    private readonly Option<string?> model = new("--model") { Description = "The model whose versions are wanted. Default: all models.", HelpName = "id" };
    private readonly JsonOption json = new();

    public ListCommand(Terminal terminal, StoreOption store)
        : base("ls", "List runs, models or model versions, newest first.")
    {
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        Add(kind);
        Add(project);
        Add(model);
        Add(json);
        Validators.Add(result =>
        {
            if (result.GetResult(model) is not null && result.GetResult(kind)?.Tokens is [{ Value: not "versions" }])
                result.AddError("--model goes with `neptune ls versions` only.");
        });
        SetAction(parsed =>
        {
            using var opened = StoreReading.Open(parsed.GetValue(store), terminal);
            var listed = ListedObjects.Of(opened, Kinds[parsed.GetRequiredValue(kind)], parsed.GetValue(project), parsed.GetValue(model));
            if (parsed.GetValue(json))
                ListedJson.Write(listed, terminal);
            else
                ListedTable.Write(listed, terminal);
        });
    }
}
