using System.Globalization;
using Neptune.Cli.Output;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Listing;

/// <summary>A listing as a table for people.</summary>
internal static class ListedTable
{
    private const int MostMetrics = 3;

    /// <summary>Where a version says which run made it.</summary>
    private const string RunId = "run/id";

    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    public static void Write(ListedObjects listed, Terminal terminal)
    {
        if (listed.IsEmpty)
        {
            terminal.Out.WriteLine($"There are no {NameOf(listed.Listing.Kind)} to list in {listed.Folder}.");
            return;
        }

        List<ListedColumn> columns = [.. ColumnsOf(listed)];
        var table = TerminalTable.New(terminal, columns.Select(column => column.Header), ["Project", "Name", "Metrics", "Owner", "Tags", .. listed.Listing.Columns]);
        string[]? paths = columns.Any(column => column.Paths is null) ? null : [.. columns.SelectMany(column => column.Paths!).Distinct()];
        ProgressBar.Watch(terminal, "Listing", progress =>
        {
            foreach (var item in listed.Read(paths, progress))
                table.AddTextRow(columns.Select(column => column.Text(item)));
        });
        terminal.Write(table);
    }

    private static IEnumerable<ListedColumn> ColumnsOf(ListedObjects listed)
    {
        yield return new("ID", [SysFields.Id], item => item.Record.SysId);
        if (listed.AreOfSeveralProjects)
            yield return new("Project", [], item => item.Record.Project.ToString());
        foreach (var column in listed.Listing.Columns.Count > 0 ? Chosen(listed.Listing.Columns) : Usual(listed))
            yield return column;
    }

    private static IEnumerable<ListedColumn> Chosen(IReadOnlyList<string> paths) =>
        paths.Where(path => path != SysFields.Id).Select(path => new ListedColumn(path, [path], item => item.Value(path)));

    private static IEnumerable<ListedColumn> Usual(ListedObjects listed)
    {
        if (listed.Listing.Kind == ObjectKind.ModelVersion)
        {
            yield return new("Model", [SysFields.ModelId], item => item.Text(SysFields.ModelId));
            yield return new("Stage", [SysFields.Stage], item => item.Text(SysFields.Stage));
            yield return new("Run", [RunId], item => item.Text(RunId));
            yield return new("Metrics", null, item => MainMetrics.TextOf(item.Fields, MostMetrics));
        }
        yield return new("Name", [SysFields.Name], item => item.Text(SysFields.Name));
        if (listed.Listing.Kind == ObjectKind.Model)
            yield return Versions(listed);
        yield return new("State", [SysFields.State], item => item.Text(SysFields.State));
        yield return new("Owner", [SysFields.Owner], item => item.Text(SysFields.Owner));
        yield return new("Created (UTC)", [SysFields.CreationTime], Created);
        yield return new("Tags", [SysFields.Tags], item => string.Join(", ", item.Strings(SysFields.Tags)));
    }

    private static ListedColumn Versions(ListedObjects listed)
    {
        var counts = listed.CountVersions();
        return new("Versions", [], item => counts.GetValueOrDefault((item.Record.ProjectId, item.Record.SysId)).ToString(CultureInfo.InvariantCulture));
    }

    private static string Created(ListedObject item) =>
        item.Scalar(SysFields.CreationTime) is { } time ? new DateTime(time.Whole, DateTimeKind.Utc).ToString(TimeFormat, CultureInfo.InvariantCulture) : "";

    private static string NameOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Run => "runs",
        ObjectKind.Model => "models",
        _ => "model versions",
    };
}
