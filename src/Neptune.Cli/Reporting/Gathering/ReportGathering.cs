using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Reads from a store what a report of objects shows.</summary>
internal static class ReportGathering
{
    private const int MostMainMetrics = 6;

    public static Report Of(Store store, IReadOnlyList<ObjectRecord> records, DateTimeOffset now)
    {
        GatheredObject[] objects = [.. records.Select((record, i) => GatheredObject.Read(store, record, i))];
        var (curves, monitoring) = new CurveGathering(store, objects).Charts();
        var files = new FileGathering(store, objects);
        files.Read();
        return new(
            now,
            [.. objects.Select(Describe)],
            ValueGathering.Metrics(objects),
            ValueGathering.Parameters(objects),
            ValueGathering.Environment(objects),
            curves,
            monitoring,
            [.. files.Figures.GroupBy(figure => figure.Path).SelectMany(same => same)],
            files.Tables,
            files.Texts,
            files.Files);
    }

    private static ReportedObject Describe(GatheredObject of) => new(
        of.Record.SysId,
        KindOf(of.Record),
        of.Record.Project.ToString(),
        of.Fields.FirstOrDefault(field => field.Path == SysFields.Name)?.Scalar?.Text ?? "",
        [.. new ObjectSummary(of.Store, of.Record, of.Fields).Facts()],
        [.. MainMetrics.Of(of.Fields, MostMainMetrics).Select(metric => (metric.Path, FieldText.Short(MainMetrics.ValueOf(metric))))]);

    private static string KindOf(ObjectRecord record) => record.Kind switch
    {
        ObjectKind.Run => "run",
        ObjectKind.Model => "model",
        ObjectKind.ModelVersion => "model version",
        _ => "project",
    };
}
