using System.CommandLine;
using System.Globalization;
using Neptune.Cli.Listing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune ls</c>: the objects of a kind, newest first.</summary>
internal sealed class ListCommand : Command
{
    private readonly Argument<string> kind = new("kind") { Description = "What to list." };
    private readonly ProjectOption project = new();
    private readonly Option<string?> model = new("--model") { Description = "The model whose versions are wanted. Default: all models.", HelpName = "id" };
    private readonly Option<string?> query = new("--query", "-q") { Description = "Only what a query in the Neptune query language finds, such as '`params/lr`:float > 0.01'.", HelpName = "NQL" };
    private readonly Option<string[]> columns = new("--columns", "-c") { Description = "The fields to show, parted by commas. Default: a useful few; with --json all.", HelpName = "paths", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> sort = new("--sort", "-s") { Description = "The field to sort by. Default: sys/creation_time.", HelpName = "path" };
    private readonly Option<bool> ascending = new("--ascending", "-a") { Description = "Smallest or oldest first." };
    private readonly Option<int?> limit = new("--limit", "-n") { Description = "At most so many.", HelpName = "count" };
    private readonly Option<bool> trashed = new("--trashed") { Description = "What is in the trash instead of what is not." };
    private readonly JsonOption json = new();

    public ListCommand(Terminal terminal, StoreOption store)
        : base("ls", "List runs, models or model versions, newest first.")
    {
        kind.AcceptOnlyFromAmong([.. KindOption.Kinds.Keys]);
        Add(kind);
        Add(project);
        Add(model);
        Add(query);
        Add(columns);
        Add(sort);
        Add(ascending);
        Add(limit);
        Add(trashed);
        Add(json);
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0))
                result.AddError($"--limit is {text}; give a count from 1.");
        });
        Validators.Add(result =>
        {
            if (result.GetResult(model) is not null && result.GetResult(kind)?.Tokens is [{ Value: not "versions" }])
                result.AddError("--model goes with `neptune ls versions` only.");
        });
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var listing = new Listing.Listing(KindOption.Kinds[parsed.GetRequiredValue(kind)])
            {
                Project = parsed.GetValue(project),
                Model = parsed.GetValue(model),
                Query = parsed.GetValue(query),
                Columns = Paths(parsed.GetValue(columns)),
                SortBy = parsed.GetValue(sort) is { } by ? FieldPath.Normalize(by) : null,
                Ascending = parsed.GetValue(ascending),
                Limit = parsed.GetValue(limit),
                Trashed = parsed.GetValue(trashed),
            };
            var listed = ProgressBar.Watch(terminal, _ => "Searching", _ => ListedObjects.Of(opened, listing));
            foreach (var warning in listed.Warnings)
                terminal.Complain($"warning: {warning}");
            if (parsed.GetValue(json))
                ListedJson.Write(listed, terminal);
            else
                ListedTable.Write(listed, terminal);
            foreach (var path in listed.IsEmpty ? [] : listed.Unseen)
                terminal.Complain($"warning: none of what is listed has a value in \"{path}\".");
        });
    }

    private static string[] Paths(string[]? columns) =>
        [.. (columns ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(FieldPath.Normalize)];
}
