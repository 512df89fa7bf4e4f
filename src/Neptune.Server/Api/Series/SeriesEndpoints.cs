using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>Series: what charts draw, texts, points as CSV.</summary>
internal static class SeriesEndpoints
{
    private const int MostSeries = 2000;
    private const int MostBuckets = 10_000;
    private const int MostTexts = 10_000;

    /// <summary>In all series of one answer, which is made in memory: 64 MB of numbers.</summary>
    private const int MostBucketsAtOnce = 1_000_000;

    public static void Map(RouteGroupBuilder api)
    {
        var project = api.MapGroup("projects/{workspace}/{name}");
        project.MapPost("series", Buckets).Accepts<BucketRequest>("application/json").Produces<Stream>(StatusCodes.Status200OK, SeriesColumns.ContentType).WithOperationId("GetBuckets")
            .WithSummary("Float series as buckets with exact minima and maxima; a bucket of one point is that point.");
        project.MapGet("objects/{id}/strings", Strings).Produces<TextPage>().WithOperationId("GetStrings").WithSummary("Part of a string series: after a step, before one, or its end.");
        project.MapGet("objects/{id}/points.csv", Points).Produces<Stream>(StatusCodes.Status200OK, "text/csv").WithOperationId("GetPointsCsv").WithSummary("A whole series as CSV: step, value, timestamp.");
    }

    private static async Task<IResult> Buckets(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var request = await Body.ReadAsync(http, ApiJson.Default.BucketRequest);
        if (request.Series.Count is < 1 or > MostSeries)
            throw new NeptuneOptionsException($"There are {request.Series.Count:N0} series; a request is about 1 to {MostSeries:N0}.");
        if (request.Buckets is < 1 or > MostBuckets)
            throw new NeptuneOptionsException($"buckets is {request.Buckets}; it is 1 to {MostBuckets:N0}.");
        if ((long)request.Series.Count * request.Buckets > MostBucketsAtOnce)
            throw new NeptuneOptionsException($"{request.Series.Count:N0} series of {request.Buckets:N0} buckets are more than {MostBucketsAtOnce:N0} in one answer. Ask for fewer buckets, or for the series in parts.");
        if (double.IsNaN(request.FromStep ?? 0) || double.IsNaN(request.ToStep ?? 0))
            throw new NeptuneOptionsException("fromStep or toStep is NaN, which is no step.");
        var project = served.RequireProject(workspace, name);
        return TypedResults.Bytes(new SeriesColumns(served.Store, project).Read(request), SeriesColumns.ContentType);
    }

    private static IResult Strings(string workspace, string name, string id, string path, ServedStore served, double? after = null, double? before = null, bool tail = false, string? search = null, int limit = 1000)
    {
        if (limit is < 1 or > MostTexts)
            throw new NeptuneOptionsException($"limit is {limit}; it is 1 to {MostTexts:N0}.");
        if (after is not null && (before is not null || tail))
            throw new NeptuneOptionsException("after is there with before or tail; a page lies after a step, or ends before one or at the end.");
        var record = served.RequireObject(workspace, name, id);
        var page = served.Store.ReadStringPage(record.Uid, path, new(limit) { After = after, Before = before, FromEnd = tail, Search = search is { Length: > 0 } ? search : null });
        return Body.Json(new TextPage([.. page.Points.Select(point => new TextPoint(point.Step, point.Value, FieldValues.Time(point.Ticks)))], page.More), ApiJson.Default.TextPage);
    }

    private static FileContentHttpResult Points(string workspace, string name, string id, string path, ServedStore served)
    {
        var record = served.RequireObject(workspace, name, id);
        var field = served.RequireField(record, path);
        var csv = new StringWriter();
        if (field.Type == FieldType.StringSeries)
            Csv.Write(csv, served.Store.ReadStrings(record.Uid, path));
        else
            Csv.Write(csv, served.Store.ReadFloats(record.Uid, path));
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"{record.SysId}_{path.Replace('/', '_')}.csv");
    }
}
