using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        item.MapGet("files", Get).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").WithName("GetFile")
            .WithSummary("The content of a file, of one in a set, a zip or a file series; with preview=true as a page may frame it.");
        item.MapGet("entries", List).Produces<FileEntries>().WithName("GetEntries").WithSummary("The files in a file set, an artifact, a file series or a zip.");
    }

    private static FileStreamHttpResult Get(string workspace, string name, string id, string path, ServedStore served, HttpContext http, string? entry = null, double? step = null, bool preview = false)
    {
        var record = served.RequireObject(workspace, name, id);
        var content = new FieldContents(served, record).Find(path, entry, step);
        http.Response.Headers.ContentSecurityPolicy = Sandbox;
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{content.Tag}\"");
        var isPart = http.Request.Headers.ContainsKey(HeaderNames.Range);
        return preview
            ? TypedResults.Stream(content.Open(isPart), PreviewType.Of(content.Name), entityTag: tag, enableRangeProcessing: content.HasParts)
            : TypedResults.Stream(content.Open(isPart), "application/octet-stream", content.Name, entityTag: tag, enableRangeProcessing: content.HasParts);
    }

    private static IResult List(string workspace, string name, string id, string path, ServedStore served) =>
        Body.Json(new FieldContents(served, served.RequireObject(workspace, name, id)).List(path), ApiJson.Default.FileEntries);
}
