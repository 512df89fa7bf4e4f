using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>What the store is and which projects it has.</summary>
internal static class StoreEndpoints
{
    private static readonly string Version = typeof(StoreEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("store", (ServedStore served) => Body.Json(new StoreInfo(Version, served.Store.Folder, served.Store.ReadOnly, Environment.UserName), ApiJson.Default.StoreInfo))
            .Produces<StoreInfo>().WithOperationId("GetStore").WithSummary("What is being looked at.");
        api.MapGet("projects", (ServedStore served) => Body.Json(Projects(served.Store), ApiJson.Default.IReadOnlyListProjectInfo))
            .Produces<IReadOnlyList<ProjectInfo>>().WithOperationId("GetProjects").WithSummary("The projects of the store, by name.");
    }

    private static IReadOnlyList<ProjectInfo> Projects(Store store)
    {
        var changes = store.LatestChanges().ToDictionary(latest => latest.Project, latest => latest.Change);
        return [.. store.ListProjects().Select(project => Info(store, project, changes.GetValueOrDefault(project.Name)))];
    }

    private static ProjectInfo Info(Store store, ProjectRecord project, long change)
    {
        var counts = store.CountObjects(project);
        return new(project.Name.ToString(), project.Key, Of(ObjectKind.Run), Of(ObjectKind.Model), Of(ObjectKind.ModelVersion), counts.Where(count => count.Trashed).Sum(count => count.Count), change);

        long Of(ObjectKind kind) => counts.Where(count => count.Kind == kind && !count.Trashed).Sum(count => count.Count);
    }
}
