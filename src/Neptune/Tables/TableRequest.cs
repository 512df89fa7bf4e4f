using System.Globalization;
using Neptune.Core.Nql;
using Neptune.Storage;

namespace Neptune.Tables;

/// <summary>Checks a query and makes it what the engine takes.</summary>
internal static class TableRequest
{
    private const int MostIds = 10_000;

    /// <param name="query">The query; <c>null</c> for all objects.</param>
    /// <param name="project">The project.</param>
    /// <param name="kind">The kind of the objects.</param>
    /// <param name="condition">What they must fulfil besides.</param>
    public static SearchRequest Of(TableQuery? query, ProjectName project, ObjectKind kind, NqlNode? condition = null)
    {
        query ??= new();
        if (query.Limit <= 0)
            throw new NeptuneOptionsException(string.Create(CultureInfo.InvariantCulture, $"Limit is {query.Limit}; give at least 1, or leave it out for all objects."));
        var sortBy = FieldPath.Normalize(query.SortBy ?? SysFields.CreationTime);
        return new(project, kind)
        {
            Query = NqlAnd.Of([condition ?? NqlEverything.Instance, Condition(query)]),
            Columns = query.Columns is null ? null : [.. query.Columns.Select(FieldPath.Normalize).Append(SysFields.Id).Append(sortBy).Distinct(StringComparer.Ordinal)],
            SortBy = sortBy,
            Ascending = query.Ascending,
            Trashed = query.Trashed,
        };
    }

    private static NqlNode Condition(TableQuery query)
    {
        if (query.Nql is null)
            return NqlAnd.Of(Conditions(query));
        if (query.Ids is not null || query.States is not null || query.Owners is not null || query.Tags is not null)
            throw new NeptuneOptionsException("Nql excludes Ids, States, Owners and Tags. Write them into the query, such as `sys/owner`:string = \"ada\".");
        return NqlParser.Parse(query.Nql);
    }

    private static IEnumerable<NqlNode> Conditions(TableQuery query)
    {
        if (query.Ids is { Count: > MostIds })
            throw new NeptuneOptionsException(string.Create(CultureInfo.InvariantCulture, $"Ids has {query.Ids.Count} ids; at most {MostIds} fit into a query."));
        if (query.Ids is { } ids)
            yield return Any(ids, id => new(new(SysFields.Id, FieldType.String), NqlOperator.Equal, id));
        if (query.States is { } states)
            yield return Any(states, state => new(new(SysFields.State, FieldType.RunState), NqlOperator.Equal, RequireState(state)));
        if (query.Owners is { } owners)
            yield return Any(owners, owner => new(new(SysFields.Owner, FieldType.String), NqlOperator.Equal, owner));
        foreach (var tag in query.Tags ?? [])
            yield return new NqlClause(new(SysFields.Tags, FieldType.StringSet), NqlOperator.Contains, tag);
    }

    /// <summary>One of the values; of no values, none is.</summary>
    private static NqlNode Any(IReadOnlyCollection<string> values, Func<string, NqlClause> clause) =>
        values.Count == 0 ? new NqlNot(NqlEverything.Instance) : NqlOr.Of(values.Select(clause));

    private static string RequireState(string state) => ObjectStates.Named(state) is not null
        ? state
        : throw new NeptuneOptionsException($"\"{state}\" is no state. Use \"active\", \"inactive\", \"finished\", \"failed\", \"interrupted\" or \"lost\".");
}
