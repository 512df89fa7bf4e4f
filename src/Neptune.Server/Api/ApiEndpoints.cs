using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Neptune.Server.Hosting;
using Neptune.Server.Live;

namespace Neptune.Server.Api;

/// <summary>The endpoints of the API, and what is true of all of them.</summary>
internal static class ApiEndpoints
{
    /// <summary>Marks them, so that they are in their own document only.</summary>
    public static object Member { get; } = new EndpointGroupNameAttribute(ApiDocument.Name);

    public static void Map(RouteGroupBuilder group)
    {
        var api = group.MapGroup("api/v2");
        api.WithMetadata(Member).WithTags("Neptune").Wrap(Problems.Around);
        StoreEndpoints.Map(api);
        TableEndpoints.Map(api);
        ObjectEndpoints.Map(api);
        SeriesEndpoints.Map(api);
        FileEndpoints.Map(api);
        LiveEndpoint.Map(api);
        UnknownEndpoint.Map(group);
    }
}
