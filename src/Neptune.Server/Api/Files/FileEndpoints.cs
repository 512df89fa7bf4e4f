using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>Contents of files. They are attachments of one fixed type, or previews in a frame without an origin: nothing that users stored runs as part of the app.</summary>
internal static class FileEndpoints
{
    /// <summary>
    /// A chart brings its own script, which may draw and nothing else: it has no origin, no network, no way out of its frame.
    /// </summary>
    private const string Sandbox =
        "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data: blob:; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

    public static void Map(RouteGroupBuilder api)
    {
        var item = api.MapGroup("projects/{workspace}/{name}/objects/{id}");
        item.MapGet("files", Get).Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").WithOperationId("GetFile")
            .WithSummary("The content of a file, of one in a set, a zip or a file series; with preview=true as a page may frame it.");
        item.MapMethods("files", [HttpMethods.Head], Get).ExcludeFromDescription();
        item.MapGet("entries", List).Produces<FileEntries>().WithOperationId("GetEntries").WithSummary("The files in a file set, an artifact, a file series or a zip.");
    }

    private static FileStreamHttpResult Get(string workspace, string name, string id, string path, ServedStore served, HttpContext http, string? entry = null, double? step = null, bool preview = false)
    {
        var content = new FieldContents(served, served.RequireObject(workspace, name, id)).Find(path, entry, step);
        var tag = new EntityTagHeaderValue($"\"{content.Tag}\"");
        // Only parts are read unchecked: who gets the whole gets what was stored, or a connection that breaks.
        var part = IsPart(http.Request.GetTypedHeaders(), tag) ? content.OpenParts : null;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Sandbox;
        headers.CacheControl = "private, no-cache";
        headers.AcceptRanges = content.OpenParts is null ? "none" : "bytes";
        if (part is null)
            http.Response.ContentLength = content.Size;
        var stream = (part ?? content.Open)();
        return preview
            ? TypedResults.Stream(stream, PreviewType.Of(content.Name), entityTag: tag, enableRangeProcessing: part is not null)
            : TypedResults.Stream(stream, "application/octet-stream", content.Name, entityTag: tag, enableRangeProcessing: part is not null);
    }

    /// <summary>Whether one part is asked for, of the content that is there.</summary>
    private static bool IsPart(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.Range is { Unit.Value: "bytes", Ranges.Count: 1 } && (request.IfRange is not { } wanted || (wanted.EntityTag is { } known && known.Compare(tag, useStrongComparison: true)));

    private static IResult List(string workspace, string name, string id, string path, ServedStore served) =>
        Body.Json(new FieldContents(served, served.RequireObject(workspace, name, id)).List(path), ApiJson.Default.FileEntries);
}
