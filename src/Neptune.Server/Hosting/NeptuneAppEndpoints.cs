using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Neptune.Server.Access;
using Neptune.Server.Api;
using Neptune.Server.App;
using Neptune.Server.Hosting;

namespace Neptune;

/// <summary>Puts the app and its API into an ASP.NET Core program.</summary>
public static class NeptuneAppEndpoints
{
    /// <summary>
    /// Maps the app at a prefix and its API below it, <c>PREFIX/api/v2</c>, described at <c>PREFIX/openapi/v2.json</c>. Without a policy
    /// (<c>.RequireAuthorization(…)</c>) it answers requests from the same machine only.
    /// </summary>
    /// <param name="endpoints">The program's endpoints, or a group of them.</param>
    /// <param name="prefix">Where the app is; <c>/</c> for the whole of the program's addresses. Its parameters, and those of the groups around, are not called workspace, name, id or path.</param>
    /// <returns>The group, for policies, rate limits and other conventions of the program.</returns>
    /// <exception cref="InvalidOperationException"><see cref="NeptuneAppServices.AddNeptuneApp"/> was not called.</exception>
    public static RouteGroupBuilder MapNeptune(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/neptune")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<ServedStore>() is null)
            throw new InvalidOperationException("MapNeptune needs services.AddNeptuneApp().");

        var group = endpoints.MapGroup(prefix);
        group.Wrap((_, answer) => http => (SameMachine.Refusal(http) ?? OwnPages.Refusal(http)) is { } refusal ? refusal.ExecuteAsync(http) : answer(http));
        ApiEndpoints.Map(group);
        ApiDocument.Map(group);
        WebEndpoints.Map(group);
        return group;
    }
}
