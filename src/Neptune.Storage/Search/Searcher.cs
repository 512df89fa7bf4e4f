using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Answers a search: what it asks becomes conditions, those find the objects of the page, and these are read.</summary>
internal sealed class Searcher(SqlSession session, SqlDialect dialect, DateTimeOffset now)
{
    /// <summary>As many as nobody has; half again as many is still a number.</summary>
    private const int MostObjects = int.MaxValue / 2;

    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public SearchPage Search(SearchRequest request)
    {
        if (Prepare(request) is not var (project, finder))
            return new([], null);
        var keys = finder.Find(request.After, request.Limit + 1);
        var isLast = keys.Count <= request.Limit;
        SortKey[] page = [.. keys.Take(request.Limit)];
        return new(new PageReader(session, dialect, project, now.UtcTicks).Read(page, request.Columns, request.Namespaces), isLast ? null : page[^1]);
    }

    /// <summary>The numbers of all objects that are found, in order.</summary>
    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public IReadOnlyList<long> FindAll(SearchRequest request) =>
        Prepare(request) is var (_, finder) ? [.. finder.Find(after: null, MostObjects).Select(key => key.ObjectId)] : [];

    private (long Project, KeyFinder Finder)? Prepare(SearchRequest request)
    {
        if (ProjectTable.Find(session, request.Project) is not { } project)
            return null;

        var paths = new PathIndex(session, project.Id);
        var sort = SortColumn.Find(paths, request.SortBy, request.Project, request.SortIsOptional);
        var filter = new ConditionCompiler(dialect, paths, project.Id, now).Compile(request.Query);
        if (filter == ConstantCondition.Never)
            return null;

        return (project.Id, new(session, dialect, new(project.Id, request.Kind, request.Trashed), filter, sort, new SortOrder(request.Ascending), now));
    }
}
