using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Neptune.Server.App;

/// <summary>Serves the web app: its files, and its one page at every other address, which the app reads itself.</summary>
internal static class WebEndpoints
{
    private const string Page = "index.html";
    private const string Assets = "assets/";

    /// <summary>What the page has for the address that everything in it is relative to.</summary>
    private const string BaseMark = "<base href=\"./\"";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(RouteGroupBuilder group) => group.MapMethods("{**path}", [HttpMethods.Get, HttpMethods.Head], Get).ExcludeFromDescription();

    private static IResult Get(HttpContext http, WebFiles files, string? path = null)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        if (path is not null && files.Find(path) is { } file && path != Page)
            return Send(http, file);
        if (path?.StartsWith(Assets, StringComparison.Ordinal) == true)
            return TypedResults.NotFound();

        http.Response.Headers.CacheControl = "no-cache";
        return files.Find(Page) is { } page
            ? TypedResults.Text(Encoding.UTF8.GetString(page.Plain()).Replace(BaseMark, $"<base href=\"{WebUtility.HtmlEncode(BaseOf(http))}\"", StringComparison.Ordinal), page.Type)
            : TypedResults.Text(Missing, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static FileContentHttpResult Send(HttpContext http, WebFile file)
    {
        http.Response.Headers.CacheControl = file.Path.StartsWith(Assets, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!file.IsCompressed || !http.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality != 0))
            return TypedResults.Bytes(file.Plain(), file.Type);
        http.Response.Headers.ContentEncoding = "br";
        return TypedResults.Bytes(file.Content.Value, file.Type);
    }

    /// <summary>Where the app is, whatever groups and path bases are around it: as many parts of the address as the pattern has before those that the app reads itself.</summary>
    private static string BaseOf(HttpContext http)
    {
        var prefix = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.PathSegments.Count - 1;
        var parts = http.Request.Path.ToUriComponent().Split('/', StringSplitOptions.RemoveEmptyEntries).Take(prefix);
        return $"{http.Request.PathBase.ToUriComponent()}/{string.Concat(parts.Select(part => $"{part}/"))}";
    }

    private const string Missing =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Neptune</title>
        <h1>The app was not built</h1>
        <p>This build of Neptune was made on a machine without Node.js, so it has no pages. Its API works. Install Node.js 20 or newer
        (Debian: <code>apt-get install nodejs npm</code>; macOS: <code>brew install node</code>; Windows: <code>winget install OpenJS.NodeJS.LTS</code>),
        build again, and reload this page.</p>
        """;
}
