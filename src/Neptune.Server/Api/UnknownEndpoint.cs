using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Neptune.Server.Api;

/// <summary>Answers what no endpoint of the API takes: an address that there is not, another method, another type of content.</summary>
internal static class UnknownEndpoint
{
    public static void Map(RouteGroupBuilder group) => group.Map("api/{**path}", Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext http, EndpointDataSource endpoints)
    {
        string[] methods = [.. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.Contains(ApiEndpoints.Member) && IsAt(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])];
        if (methods.Length == 0)
            return ProblemResult.NotFound($"There is nothing at {http.Request.Path}. The document at openapi/v2.json says what there is.");
        if (methods.Contains(http.Request.Method))
            return ProblemResult.Of("content-type", "Not the type of content", StatusCodes.Status415UnsupportedMediaType, "The body must be JSON, with the content type application/json.");
        http.Response.Headers.Allow = string.Join(", ", methods);
        return ProblemResult.Of("method", "Not the method", StatusCodes.Status405MethodNotAllowed, $"{http.Request.Path} takes {string.Join(" and ", methods)}, not {http.Request.Method}.");
    }

    private static bool IsAt(RouteEndpoint endpoint, PathString path) => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
