using System.CommandLine;
using Neptune.Cli.Diffing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune diff</c>: where two objects differ.</summary>
internal sealed class DiffCommand : Command
{
    private readonly Argument<string> left = new("id") { Description = "The first object's id, such as CLS-12." };
    private readonly Argument<string> right = new("other") { Description = "The second object's id." };
    private readonly Option<string?> path = new("--path") { Description = "The namespace to compare. Default: everything but sys and monitoring.", HelpName = "path" };
    private readonly ProjectOption project = new();
    private readonly JsonOption json = new();

    public DiffCommand(Terminal terminal, StoreOption store)
        : base("diff", "Show the fields in which two objects differ.")
    {
        Add(left);
        Add(right);
        Add(path);
        Add(project);
        Add(json);
        SetAction(parsed =>
        {
            using var opened = StoreReading.Open(parsed.GetValue(store), terminal);
            var difference = ObjectDifference.Between(
                opened,
                opened.RequireObject(parsed.GetRequiredValue(left), parsed.GetValue(project)),
                opened.RequireObject(parsed.GetRequiredValue(right), parsed.GetValue(project)),
                parsed.GetValue(path));
            if (parsed.GetValue(json))
                DifferenceOutput.WriteJson(difference, terminal);
            else
                DifferenceOutput.WriteTable(difference, terminal);
        });
    }
}
