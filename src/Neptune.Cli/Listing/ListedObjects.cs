using Neptune.Cli.Stores;

namespace Neptune.Cli.Listing;

/// <summary>The objects that a listing shows, newest first.</summary>
internal sealed record ListedObjects(Store Store, ObjectKind Kind, IReadOnlyList<ObjectRecord> Records)
{
    /// <summary>Bounds what is in memory at a time, however many objects are listed.</summary>
    private const int BatchSize = 500;

    /// <exception cref="NeptuneNotFoundException">There is no such project or model.</exception>
    public static ListedObjects Of(Store store, ObjectKind kind, string? project, string? modelId)
    {
        var within = project is null ? null : store.RequireProject(project);
        var model = modelId is null ? null : RequireModel(store, modelId, project);
        var records = store.List(kind, within, model?.SysId);
        return new(store, kind, model is null ? records : [.. records.Where(record => record.ProjectId == model.ProjectId)]);
    }

    /// <summary>The objects with their fields, or with those at some paths.</summary>
    public IEnumerable<ListedObject> Read(IReadOnlyCollection<string>? paths)
    {
        foreach (var batch in Records.Chunk(BatchSize))
        {
            var fields = Store.ReadFields([.. batch.Select(record => record.Uid)], paths);
            foreach (var record in batch)
            {
                if (fields.TryGetValue(record.Uid, out var own))
                    yield return new(Store, record, own);
            }
        }
    }

    private static ObjectRecord RequireModel(Store store, string id, string? project)
    {
        var model = store.RequireObject(id, project);
        return model.Kind == ObjectKind.Model
            ? model
            : throw new NeptuneNotFoundException($"{model.SysId} is no model. `neptune ls models` lists the models of the store.");
    }
}
