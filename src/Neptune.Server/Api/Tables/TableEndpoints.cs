using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>Tables of objects: pages, the whole order, rows, the fields there are, CSV.</summary>
internal static class TableEndpoints
{
    private const int MostRows = 1000;
    private const int MostFields = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        var project = api.MapGroup("projects/{workspace}/{name}");
        project.MapPost("search", Search).Accepts<TableRequest>("application/json").Produces<RowPage>().WithOperationId("Search").WithSummary("A page of the objects that a query finds.");
        project.MapPost("order", Order).Accepts<TableRequest>("application/json").Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").WithOperationId("GetOrder")
            .WithSummary("The keys of all objects that a query finds, in order, as 32-bit little-endian numbers.");
        project.MapPost("rows", Rows).Accepts<RowsRequest>("application/json").Produces<RowPage>().WithOperationId("GetRows").WithSummary("Rows by the keys of their objects; what is gone is left out.");
        project.MapGet("fields", Fields).Produces<FieldCounts>().WithOperationId("GetFields").WithSummary("The fields whose paths have some words, with the number of objects that have them.");
        project.MapGet("table.csv", Csv).Produces<Stream>(StatusCodes.Status200OK, "text/csv").WithOperationId("GetTableCsv").WithSummary("A whole table as CSV (RFC 4180).");
    }

    private static async Task<IResult> Search(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var request = await Body.ReadAsync(http, ApiJson.Default.TableRequest);
        if (request.Limit is < 1 or > MostRows)
            throw new NeptuneOptionsException($"limit is {request.Limit}; a page has 1 to {MostRows:N0} rows.");
        var project = served.RequireProject(workspace, name);
        var mark = TableSearch.MarkOf(project, request);
        var search = TableSearch.Of(served.Store, project, request) with { Limit = request.Limit, Columns = ObjectRow.Needed(request.Columns), After = Cursor.Parse(request.Cursor, mark) };
        var page = served.Store.Search(search);
        return Body.Json(new RowPage([.. page.Rows.Select(row => ObjectRow.Of(row, request.Columns))], Cursor.Text(page.Next, mark)), ApiJson.Default.RowPage);
    }

    private static async Task<IResult> Order(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var request = await Body.ReadAsync(http, ApiJson.Default.TableRequest);
        var numbers = served.Store.SearchOrder(TableSearch.Of(served.Store, served.RequireProject(workspace, name), request));
        var keys = new byte[numbers.Count * sizeof(int)];
        for (var i = 0; i < numbers.Count; i++)
            BinaryPrimitives.WriteInt32LittleEndian(keys.AsSpan(i * sizeof(int)), checked((int)numbers[i]));
        return TypedResults.Bytes(keys, "application/octet-stream");
    }

    private static async Task<IResult> Rows(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var request = await Body.ReadAsync(http, ApiJson.Default.RowsRequest);
        if (request.Keys.Count > MostRows)
            throw new NeptuneOptionsException($"There are {request.Keys.Count:N0} keys; at most {MostRows:N0} rows are read at once.");
        long[] keys = [.. request.Keys.Distinct()];
        var rows = served.Store.ReadRows(served.RequireProject(workspace, name), keys, ObjectRow.Needed(request.Columns));
        return Body.Json(new RowPage([.. rows.Select(row => ObjectRow.Of(row, request.Columns))], null), ApiJson.Default.RowPage);
    }

    private static IResult Fields(string workspace, string name, ServedStore served, FieldIndex index, string? search = null, string kind = "run", string? types = null, int limit = 50)
    {
        if (limit is < 1 or > MostFields)
            throw new NeptuneOptionsException($"limit is {limit}; it is 1 to {MostFields:N0}.");
        var found = index.Find(served.RequireProject(workspace, name), TableSearch.KindOf(kind), search ?? "", [.. (types?.Split(',') ?? []).Select(FieldValues.RequireType)]);
        return Body.Json(new FieldCounts([.. found.Take(limit)], found.Count > limit), ApiJson.Default.FieldCounts);
    }

    private static PushStreamHttpResult Csv(string workspace, string name, ServedStore served, string? kind = null, string? query = null, string? sortBy = null, string? model = null, bool ascending = false, bool trashed = false, string[]? columns = null)
    {
        var project = served.RequireProject(workspace, name);
        var search = TableSearch.Of(served.Store, project, new(kind ?? "run", query, model, sortBy, ascending, trashed)) with { Columns = columns ?? [] };
        // What is wrong with the request is said before the first byte.
        var order = served.Store.SearchOrder(search);
        return TypedResults.Stream(to => TableCsv.WriteAsync(to, served.Store, project, order, columns ?? []), "text/csv; charset=utf-8", $"{project.Key}.csv");
    }
}
