using Microsoft.AspNetCore.Builder;

namespace Neptune.Server.Api;

/// <summary>What an endpoint is called in the document. It is no endpoint name: those are unique among all endpoints of the program around, which may map the app twice.</summary>
internal sealed record OperationId(string Name);

internal static class OperationIds
{
    public static T WithOperationId<T>(this T endpoint, string name)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new OperationId(name));
}
