using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Neptune.Server.Api;

namespace Neptune.Server.Access;

/// <summary>Keeps the pages of others from reading through the browser of somebody who may, and from changing anything.</summary>
internal sealed class OwnPages : IEndpointFilter
{
    /// <summary>Which no page of another origin can send unasked.</summary>
    public const string Header = "X-Neptune";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsForeign(request))
            return ValueTask.FromResult<object?>(ProblemResult.Forbidden("The page of another address may not use this one."));
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(Header)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemResult.Forbidden($"Requests that are no GET need the header {Header}, of any value."));
    }

    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin, request)) || (request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] != "navigate");

    /// <summary>A frame without an origin, which shows contents of files, says <c>null</c> and is nobody.</summary>
    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri) && uri.Authority.Equals(new UriBuilder($"{request.Scheme}://{request.Host}").Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
