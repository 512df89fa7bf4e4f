using System.Globalization;
using Neptune.Cli.Output;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Showing;

/// <summary>What people want to know of an object first, a line each.</summary>
internal sealed class ShownSummary(ShownObject shown)
{
    private const int MostParameters = 8;
    private const int MostMetrics = 6;
    private const int MostCurves = 3;
    private const int MostFiles = 5;

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] NoResults = [SysFields.Namespace, "monitoring", "source_code"];

    public IEnumerable<(string Label, string Text)> Lines() => Candidates().Where(line => line.Text.Length > 0);

    private IEnumerable<(string Label, string Text)> Candidates()
    {
        yield return ("Name", Text(SysFields.Name));
        yield return ("Description", Text(SysFields.Description));
        yield return ("State", Text(SysFields.State) + (shown.Find(SysFields.Failed)?.Scalar is { Whole: not 0 } ? ", failed" : ""));
        yield return ("Stage", Text(SysFields.Stage));
        yield return ("Model", Text(SysFields.ModelId));
        yield return ("Run", Text("run/id"));
        yield return ("Versions", shown.Record.Kind == ObjectKind.Model ? Versions() : "");
        yield return ("Owner", Text(SysFields.Owner));
        yield return ("Created", shown.Find(SysFields.CreationTime)?.Scalar is { } time ? $"{new DateTime(time.Whole, DateTimeKind.Utc).ToString(TimeFormat, CultureInfo.InvariantCulture)} UTC" : "");
        yield return ("Duration", shown.Record.Kind == ObjectKind.Run && shown.Find(SysFields.RunningTime)?.Scalar is { } seconds ? Duration.Of(seconds.Real) : "");
        yield return ("Tags", shown.Find(SysFields.Tags) is { } tags ? string.Join(", ", shown.Strings(tags)) : "");
        yield return ("Parameters", Some(MainParameters(), MostParameters));
        yield return ("Metrics", MainMetrics.TextOf(shown.Fields.Where(field => field.Series is null), MostMetrics));
        yield return ("Curves", string.Join(", ", MainCurves.Of(shown.Fields, MostCurves).Select(MainCurves.TextOf)));
        yield return ("Files", Some(Files(), MostFiles));
    }

    private string Text(string path) => shown.Find(path)?.Scalar is { } value ? FieldText.Of(value) : "";

    private List<string> MainParameters() =>
        [.. Parameters.Telling(shown.Fields, Parameters.Defaults(shown.Store, shown.Record, shown.Fields)).Select(field => $"{Parameters.NameOf(field)} {FieldText.Of(field.Scalar!.Value)}")];

    private List<string> Files() =>
    [
        .. shown.Fields
            .Where(field => (field.File is not null || field.Type is FieldType.FileSet or FieldType.FileSeries) && !NoResults.Any(ns => FieldPath.IsWithin(field.Path, ns)))
            .OrderBy(field => field.Path.Count(c => c == '/'))
            .Select(field => $"{field.Path} {ByteSize.Of(field.File?.Size ?? field.Content!.Size)}"),
    ];

    private string Versions()
    {
        var versions = shown.Store.List(ObjectKind.ModelVersion, shown.Store.FindProject(shown.Record.Project), shown.Record.SysId);
        if (versions.Count == 0)
            return "none";
        var inProduction = versions.Where(version => shown.Store.ReadField(version.Uid, SysFields.Stage)?.Scalar?.Text == "production").Select(version => version.SysId).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{versions.Count:N0}, newest {versions[0].SysId}{(inProduction.Count > 0 ? $", in production {string.Join(", ", inProduction)}" : "")}");
    }

    private static string Some(List<string> items, int most) => items.Count <= most
        ? string.Join(", ", items)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(most))} and {items.Count - most:N0} more");
}
