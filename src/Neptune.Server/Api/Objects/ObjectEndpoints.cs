using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>One object with all its fields, changes of what people say about it, the trash.</summary>
internal static class ObjectEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var project = api.MapGroup("projects/{workspace}/{name}");
        project.MapGet("objects/{id}", Get).Produces<ObjectRow>().WithOperationId("GetObject").WithSummary("An object with all its fields.");
        project.MapPatch("objects/{id}", Edit).Accepts<ObjectEdit>("application/json").Produces<ObjectRow>().WithOperationId("EditObject").WithSummary("Changes what people say of an object. With If-Match only if it is still as it was.");
        project.MapGet("objects/{id}/git", Git).Produces<GitRefInfo>().WithOperationId("GetGit").WithSummary("The commit behind an object.");
        project.MapPost("trash", (string workspace, string name, ServedStore served, HttpRequest http) => Move(workspace, name, served, http, trashed: true))
            .Accepts<ObjectIds>("application/json").Produces(StatusCodes.Status204NoContent).WithOperationId("TrashObjects").WithSummary("Puts objects into the trash, all of them or none.");
        project.MapPost("restore", (string workspace, string name, ServedStore served, HttpRequest http) => Move(workspace, name, served, http, trashed: false))
            .Accepts<ObjectIds>("application/json").Produces(StatusCodes.Status204NoContent).WithOperationId("RestoreObjects").WithSummary("Takes objects out of the trash, all of them or none.");
        project.MapPost("delete", Delete).Accepts<ObjectIds>("application/json").Produces(StatusCodes.Status204NoContent).WithOperationId("DeleteObjects").WithSummary("Deletes for ever what is in the trash, all of it or nothing.");
    }

    private static IResult Get(string workspace, string name, string id, ServedStore served, HttpContext http) =>
        Answer(served, served.RequireObject(workspace, name, id), http);

    private static async Task<IResult> Edit(string workspace, string name, string id, ServedStore served, HttpContext http)
    {
        var edit = await Body.ReadAsync(http.Request, ApiJson.Default.ObjectEdit);
        var record = served.RequireObject(workspace, name, id);
        RequireWritable(served);
        lock (served.Edits)
        {
            if (http.Request.Headers.IfMatch is { Count: > 0 } wanted && !wanted.Contains(TagOf(served, record)) && !wanted.Contains("*"))
                return ProblemResult.Of("changed", "Changed meanwhile", StatusCodes.Status412PreconditionFailed, $"{record.SysId} was changed by somebody else. Look at it again, then change it.");
            var stage = served.Store.ReadField(record.Uid, SysFields.Stage)?.Scalar?.Text;
            foreach (var problem in served.Store.Apply(record.Uid, ObjectEdits.Operations(record, edit, stage, Environment.UserName, DateTimeOffset.UtcNow)).Errors)
                throw new NeptuneOptionsException(problem.Message);
            return Answer(served, record, http);
        }
    }

    private static IResult Git(string workspace, string name, string id, string path, ServedStore served)
    {
        var record = served.RequireObject(workspace, name, id);
        served.RequireField(record, path);
        return Body.Json(served.Store.ReadGitRef(record.Uid, path), ApiJson.Default.GitRefInfo);
    }

    private static async Task<IResult> Move(string workspace, string name, ServedStore served, HttpRequest http, bool trashed)
    {
        var objects = await Named(workspace, name, served, http);
        served.Store.SetTrashed(objects, trashed);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Delete(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var objects = await Named(workspace, name, served, http);
        served.Store.Delete(objects, DateTimeOffset.UtcNow);
        return TypedResults.NoContent();
    }

    private static async Task<Guid[]> Named(string workspace, string name, ServedStore served, HttpRequest http)
    {
        var ids = await Body.ReadAsync(http, ApiJson.Default.ObjectIds);
        RequireWritable(served);
        return [.. ids.Ids.Distinct().Select(id => served.RequireObject(workspace, name, id).Uid)];
    }

    private static void RequireWritable(ServedStore served)
    {
        if (served.Store.ReadOnly)
            throw new NeptuneReadOnlyException($"The store {served.Store.Folder} is open for reading only.");
    }

    private static IResult Answer(ServedStore served, ObjectRecord record, HttpContext http)
    {
        var fields = served.Store.ReadFields([record.Uid])[record.Uid];
        http.Response.Headers.ETag = TagOf(fields);
        http.Response.Headers.CacheControl = "no-cache";
        return Body.Json(ObjectRow.Of(record, fields), ApiJson.Default.ObjectRow);
    }

    private static string TagOf(ServedStore served, ObjectRecord record) => TagOf([served.RequireField(record, SysFields.ModificationTime)]);

    private static string TagOf(IReadOnlyList<StoredField> fields) =>
        new EntityTagHeaderValue($"\"{fields.First(field => field.Path == SysFields.ModificationTime).Scalar!.Value.Whole:x}\"").ToString();
}
