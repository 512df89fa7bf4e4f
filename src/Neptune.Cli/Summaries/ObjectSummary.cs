using System.Globalization;
using Neptune.Cli.Output;

namespace Neptune.Cli.Summaries;

/// <summary>What people want to know of an object first, a line each.</summary>
/// <param name="store">The store.</param>
/// <param name="record">The object.</param>
/// <param name="fields">All its fields.</param>
internal sealed class ObjectSummary(Store store, ObjectRecord record, IReadOnlyList<StoredField> fields)
{
    private const int MostParameters = 8;
    private const int MostMetrics = 6;
    private const int MostCurves = 3;
    private const int MostFiles = 5;

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] NoResults = [SysFields.Namespace, "monitoring", "source_code"];

    /// <summary>Who, what, when.</summary>
    public IEnumerable<(string Label, string Text)> Facts() => AllFacts().Where(line => line.Text.Length > 0);

    /// <summary>What it was given and what came out.</summary>
    public IEnumerable<(string Label, string Text)> Results() => AllResults().Where(line => line.Text.Length > 0);

    private IEnumerable<(string Label, string Text)> AllFacts()
    {
        yield return ("Name", Text(SysFields.Name));
        yield return ("Description", Text(SysFields.Description));
        yield return ("State", State());
        yield return ("Stage", Text(SysFields.Stage));
        yield return ("Model", Text(SysFields.ModelId));
        yield return ("Run", Text("run/id"));
        yield return ("Versions", record.Kind == ObjectKind.Model ? Versions() : "");
        yield return ("Owner", Text(SysFields.Owner));
        yield return ("Created", Find(SysFields.CreationTime)?.Scalar is { } time ? $"{new DateTime(time.Whole, DateTimeKind.Utc).ToString(TimeFormat, CultureInfo.InvariantCulture)} UTC" : "");
        yield return ("Duration", record.Kind == ObjectKind.Run && Find(SysFields.RunningTime)?.Scalar is { } seconds ? Duration.Of(seconds.Real) : "");
        yield return ("Tags", Find(SysFields.Tags) is { } tags ? string.Join(", ", store.ReadStringSet(record.Uid, tags.Path)) : "");
    }

    private IEnumerable<(string Label, string Text)> AllResults()
    {
        yield return ("Parameters", Some(MainParameters(), MostParameters));
        yield return ("Metrics", MainMetrics.TextOf(fields.Where(field => field.Series is null), MostMetrics));
        yield return ("Curves", string.Join(", ", MainCurves.Of(fields, MostCurves).Select(MainCurves.TextOf)));
        yield return ("Files", Some(Files(), MostFiles));
    }

    private StoredField? Find(string path) => fields.FirstOrDefault(field => field.Path == path);

    /// <summary>The state, with its reason. A run that somebody has marked as failed may still be running.</summary>
    private string State()
    {
        var state = Text(SysFields.State);
        var marked = Find(SysFields.Failed)?.Scalar is { Whole: not 0 } && state != ObjectStates.Word(ObjectState.Failed) ? "failed" : "";
        return string.Join(", ", ((string[])[state, marked, Text(SysFields.StateReason)]).Where(text => text.Length > 0));
    }

    private string Text(string path) => Find(path)?.Scalar is { } value ? FieldText.Of(value) : "";

    private List<string> MainParameters() =>
        [.. Parameters.Telling(fields, Parameters.Defaults(store, record, fields)).Select(field => $"{Parameters.NameOf(field)} {FieldText.Of(field.Scalar!.Value)}")];

    private List<string> Files() =>
    [
        .. fields
            .Where(field => (field.File is not null || field.Type is FieldType.FileSet or FieldType.FileSeries) && !NoResults.Any(ns => FieldPath.IsWithin(field.Path, ns)))
            .OrderBy(field => field.Path.Count(c => c == '/'))
            .Select(field => $"{field.Path} {ByteSize.Of(field.File?.Size ?? field.Content!.Size)}"),
    ];

    private string Versions()
    {
        var versions = store.List(ObjectKind.ModelVersion, store.FindProject(record.Project), record.SysId);
        if (versions.Count == 0)
            return "none";
        var inProduction = versions.Where(version => store.ReadField(version.Uid, SysFields.Stage)?.Scalar?.Text == "production").Select(version => version.SysId).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{versions.Count:N0}, newest {versions[0].SysId}{(inProduction.Count > 0 ? $", in production {string.Join(", ", inProduction)}" : "")}");
    }

    private static string Some(List<string> items, int most) => items.Count <= most
        ? string.Join(", ", items)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(most))} and {items.Count - most:N0} more");
}
