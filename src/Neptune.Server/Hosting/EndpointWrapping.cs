using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Hosting;

/// <summary>Puts code around endpoints, outside of their filters: nothing of a request is read before it, not even by the framework.</summary>
internal static class EndpointWrapping
{
    /// <param name="endpoints">The endpoints; groups further out are around groups further in.</param>
    /// <param name="around">Makes, of an endpoint and what answers its requests, what answers them instead.</param>
    public static void Wrap(this IEndpointConventionBuilder endpoints, Func<EndpointBuilder, RequestDelegate, RequestDelegate> around) =>
        endpoints.Finally(endpoint => endpoint.RequestDelegate = around(endpoint, endpoint.RequestDelegate!));
}
