using Microsoft.AspNetCore.Http;
using Neptune.Server.Api;

namespace Neptune.Server.Access;

/// <summary>Keeps the pages of others from reading through the browser of somebody who may, and from changing anything.</summary>
internal static class OwnPages
{
    /// <summary>Which no page of another origin can send unasked.</summary>
    public const string Header = "X-Neptune";

    /// <summary>Why the request is not answered, if so.</summary>
    public static IResult? Refusal(HttpContext http)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsForeign(request))
            return ProblemResult.Forbidden("The page of another address may not use this one.");
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey(Header)
            ? null
            : ProblemResult.Forbidden($"Requests that are no GET need the header {Header}, of any value.");
    }

    /// <summary>To a browser the same site is also what another port of this machine serves.</summary>
    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request))
        || (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "navigate");

    /// <summary>A frame without an origin, which shows contents of files, says <c>null</c> and is nobody.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && from.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase);
}
