using Neptune.Core.Nql;

namespace Neptune.Server.Api;

/// <summary>Makes searches of requests.</summary>
internal static class TableSearch
{
    private static readonly ObjectKind[] Kinds = Enum.GetValues<ObjectKind>();

    /// <exception cref="NeptuneQueryException">The query cannot be understood.</exception>
    /// <exception cref="NeptuneOptionsException">There is no such kind of object.</exception>
    public static SearchRequest Of(ProjectRecord project, TableRequest request)
    {
        var query = string.IsNullOrWhiteSpace(request.Query) ? NqlEverything.Instance : NqlParser.Parse(request.Query);
        return new(project.Name, KindOf(request.Kind))
        {
            Query = request.Model is { } model ? NqlAnd.Of([new NqlClause(new(SysFields.ModelId), NqlOperator.Equal, model), query]) : query,
            Trashed = request.Trashed,
            SortBy = request.SortBy is { Length: > 0 } path ? path : SysFields.CreationTime,
            SortIsOptional = true,
            Ascending = request.Ascending,
        };
    }

    /// <exception cref="NeptuneOptionsException">There is no such kind of object.</exception>
    public static ObjectKind KindOf(string name)
    {
        foreach (var kind in Kinds.Where(kind => FieldValues.NameOf(kind) == name))
            return kind;
        throw new NeptuneOptionsException($"\"{name}\" is no kind of object. There are {string.Join(", ", Kinds.Select(FieldValues.NameOf))}.");
    }
}
