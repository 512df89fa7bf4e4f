using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Core.Nql;
using Neptune.Storage.Search;

namespace Neptune.Cli.Listing;

/// <summary>The objects that a listing shows, in one order over all projects.</summary>
internal sealed class ListedObjects
{
    /// <summary>Bounds what is in memory of each project at a time, however many objects are listed.</summary>
    private const int PageSize = 500;

    private readonly Store store;
    private readonly List<SearchRequest> requests;
    private readonly HashSet<string> unseen;

    private ListedObjects(Store store, Listing listing, List<SearchRequest> requests, IReadOnlyList<string> warnings)
    {
        this.store = store;
        this.requests = requests;
        Listing = listing;
        Warnings = warnings;
        unseen = [.. listing.Columns.Append(listing.SortBy).OfType<string>()];
    }

    public Listing Listing { get; }

    public string Folder => store.Folder;

    public bool IsEmpty => requests.Count == 0;

    public bool AreOfSeveralProjects => requests.Count > 1;

    /// <summary>What is odd about the question, though it has an answer.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>After the objects were read: the columns, and the field to sort by, that none of them has.</summary>
    public IReadOnlyCollection<string> Unseen => unseen;

    /// <exception cref="NeptuneNotFoundException">There is no such project or model, or a field that is asked for exists nowhere.</exception>
    /// <exception cref="NeptuneQueryException">The query cannot be read.</exception>
    /// <exception cref="NeptuneOptionsException">The field to sort by has no order.</exception>
    public static ListedObjects Of(Store store, Listing listing)
    {
        var within = listing.Project is null ? null : store.RequireProject(listing.Project);
        var model = listing.Model is null ? null : RequireModel(store, listing.Model, listing.Project);
        ProjectRecord[] projects = [.. within is not null ? [within] : store.ListProjects().Where(project => model is null || project.Id == model.ProjectId)];
        var query = NqlParser.Parse(listing.Query ?? "");
        var asked = new AskedFields(store, projects);
        asked.Require(listing, query);

        var sortBy = listing.SortBy ?? SysFields.CreationTime;
        var canSort = asked.CanSortBy(sortBy);
        var requests = projects.Select(project => new SearchRequest(project.Name, listing.Kind)
        {
            Query = NqlAnd.Of([query, model is null ? NqlEverything.Instance : VersionsOf(model)]),
            Trashed = listing.Trashed,
            SortBy = sortBy,
            SortIsOptional = canSort || store.FieldTypes(project, sortBy).Count == 0,
            Ascending = listing.Ascending,
            Limit = Math.Min(listing.Limit ?? PageSize, PageSize),
        });
        return new(store, listing, [.. requests.Where(request => FindsAny(store, request))], [.. asked.Warnings(listing, query)]);
    }

    /// <summary>The objects with their fields, or with those at some paths, read as they are gone through.</summary>
    public IEnumerable<ListedObject> Read(IReadOnlyCollection<string>? paths, WorkProgress progress)
    {
        var rows = MergedRows.Of(store, [.. requests.Select(request => request with { Columns = paths })], new SortOrder(Listing.Ascending));
        foreach (var row in rows.Take(Listing.Limit ?? int.MaxValue))
        {
            if (unseen.Count > 0)
                See(row);
            yield return new(row.Object, row.Fields);
            progress.Add(1);
        }
    }

    /// <summary>How many versions each model has, for any number of models at once.</summary>
    public IReadOnlyDictionary<(long Project, string? Model), int> CountVersions() =>
        store.List(ObjectKind.ModelVersion).CountBy(version => (version.ProjectId, version.ModelId)).ToDictionary();

    private void See(SearchRow row)
    {
        unseen.ExceptWith(row.Fields.Select(field => field.Path));
        if (Listing.SortBy is { } sortBy && row.Key.Rank != SortKey.Missing)
            unseen.Remove(sortBy);
    }

    private static bool FindsAny(Store store, SearchRequest request) => store.Search(request with { Columns = [], Limit = 1 }).Rows.Count > 0;

    private static NqlClause VersionsOf(ObjectRecord model) =>
        new(new NqlField(SysFields.ModelId, FieldType.String), NqlOperator.Equal, model.SysId);

    private static ObjectRecord RequireModel(Store store, string id, string? project)
    {
        var model = store.RequireObject(id, project);
        return model.Kind == ObjectKind.Model
            ? model
            : throw new NeptuneNotFoundException($"{model.SysId} is no model. `neptune ls models` lists the models of the store.");
    }
}
