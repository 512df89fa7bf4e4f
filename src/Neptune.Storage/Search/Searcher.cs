using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Answers a search: what it asks becomes conditions, those find the objects of the page, and these are read.</summary>
internal sealed class Searcher(SqlSession session, SqlDialect dialect, DateTimeOffset now)
{
    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public SearchPage Search(SearchRequest request)
    {
        if (Prepare(request) is not var (scope, filter, sort))
            return new([], null);
        var keys = new KeyFinder(session, dialect, scope, filter, sort, new SortOrder(request.Ascending), now).Find(request.After, request.Limit + 1);
        var isLast = keys.Count <= request.Limit;
        SortKey[] page = [.. keys.Take(request.Limit)];
        return new(new PageReader(session, dialect, scope.Project, now.UtcTicks).Read(page, request.Columns, request.Namespaces), isLast ? null : page[^1]);
    }

    /// <summary>The numbers of all objects that are found, in order.</summary>
    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public IReadOnlyList<long> FindAll(SearchRequest request) =>
        Prepare(request) is var (scope, filter, sort) ? new OrderFinder(session, dialect, scope, filter, sort, new SortOrder(request.Ascending), now).Find() : [];

    /// <summary>What a request is about; nothing when nothing can be found.</summary>
    private (SearchScope Scope, Condition Filter, SortColumn Sort)? Prepare(SearchRequest request)
    {
        if (ProjectTable.Find(session, request.Project) is not { } project)
            return null;

        var paths = new PathIndex(session, project.Id);
        var sort = SortColumn.Find(paths, request.SortBy, request.Project, request.SortIsOptional);
        var filter = new ConditionCompiler(dialect, paths, project.Id, now).Compile(request.Query);
        return filter == ConstantCondition.Never ? null : (new(project.Id, request.Kind, request.Trashed), filter, sort);
    }
}
