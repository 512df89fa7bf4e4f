using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Core.Nql;

namespace Neptune.Cli.Listing;

/// <summary>The objects that a listing shows, in its order.</summary>
internal sealed record ListedObjects(Store Store, Listing Listing, IReadOnlyList<ObjectRecord> Records)
{
    /// <summary>Bounds what is in memory at a time, however many objects are listed.</summary>
    private const int BatchSize = 500;

    /// <exception cref="NeptuneNotFoundException">There is no such project or model.</exception>
    /// <exception cref="NeptuneQueryException">The query cannot be read.</exception>
    public static ListedObjects Of(Store store, Listing listing)
    {
        var within = listing.Project is null ? null : store.RequireProject(listing.Project);
        var model = listing.Model is null ? null : RequireModel(store, listing.Model, listing.Project);
        return new(store, listing, listing.IsSearch ? Search(store, listing, within, model) : All(store, listing, within, model));
    }

    public ObjectKind Kind => Listing.Kind;

    private static List<ObjectRecord> All(Store store, Listing listing, ProjectRecord? within, ObjectRecord? model)
    {
        var records = store.List(listing.Kind, within, model?.SysId);
        return [.. records.Where(record => model is null || record.ProjectId == model.ProjectId)];
    }

    /// <summary>Searches project by project; a query is about the fields of one project.</summary>
    private static List<ObjectRecord> Search(Store store, Listing listing, ProjectRecord? within, ObjectRecord? model)
    {
        var query = NqlAnd.Of([NqlParser.Parse(listing.Query ?? ""), model is null ? NqlEverything.Instance : VersionsOf(model)]);
        var projects = within is not null ? [within] : store.ListProjects().Where(project => model is null || project.Id == model.ProjectId);
        return [.. projects.SelectMany(project => Pages(store, new SearchRequest(project.Name, listing.Kind)
        {
            Query = query,
            Trashed = listing.Trashed,
            Columns = [SysFields.Id],
            SortBy = listing.SortBy is { } path ? FieldPath.Normalize(path) : SysFields.CreationTime,
            Ascending = listing.Ascending,
            Limit = Math.Min(listing.Limit ?? BatchSize, BatchSize),
        }).Take(listing.Limit ?? int.MaxValue))];
    }

    private static IEnumerable<ObjectRecord> Pages(Store store, SearchRequest request)
    {
        for (var next = request; next is not null;)
        {
            var page = store.Search(next);
            foreach (var row in page.Rows)
                yield return row.Object;
            next = page.Next is { } after ? next with { After = after } : null;
        }
    }

    private static NqlClause VersionsOf(ObjectRecord model) =>
        new(new NqlField(SysFields.ModelId, FieldType.String), NqlOperator.Equal, model.SysId);

    /// <summary>The objects with their fields, or with those at some paths.</summary>
    public IEnumerable<ListedObject> Read(IReadOnlyCollection<string>? paths, WorkProgress progress)
    {
        progress.Total = Records.Count;
        foreach (var batch in Records.Chunk(BatchSize))
        {
            var fields = Store.ReadFields([.. batch.Select(record => record.Uid)], paths);
            foreach (var record in batch)
            {
                if (fields.TryGetValue(record.Uid, out var own))
                    yield return new(record, own);
            }
            progress.Add(batch.Length);
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
