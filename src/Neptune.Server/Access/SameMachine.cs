using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Neptune.Server.Api;

namespace Neptune.Server.Access;

/// <summary>
/// Without a policy of the program, answers requests only that come from this machine and mean it: through a proxy anybody's requests come
/// from here, and by a name that points here the pages of strangers do.
/// </summary>
internal static class SameMachine
{
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>Why the request is not answered, if so.</summary>
    public static IResult? Refusal(HttpContext http) =>
        HasPolicy(http) || (IsLocal(http) && IsLocalName(http.Request.Host.Host) && !Forwarded.Any(http.Request.Headers.ContainsKey))
            ? null
            : ProblemResult.Forbidden("This page is for the machine that it runs on. To open it to others, the program that maps it gives it a policy: MapNeptune(…).RequireAuthorization(…).");

    /// <summary>The program's authorization has let the request through by then, or it throws.</summary>
    private static bool HasPolicy(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;

    /// <summary>A request without an address came through a pipe, a socket file or a test.</summary>
    private static bool IsLocal(HttpContext http) => http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
