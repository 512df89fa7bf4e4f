using System.Security.Cryptography;
using System.Text.Json;
using Neptune.Core.Nql;

namespace Neptune.Server.Api;

/// <summary>Makes searches of requests.</summary>
internal static class TableSearch
{
    private const int MarkBytes = 6;

    private static readonly ObjectKind[] Kinds = Enum.GetValues<ObjectKind>();

    /// <exception cref="NeptuneQueryException">The query cannot be understood.</exception>
    /// <exception cref="NeptuneOptionsException">There is no such kind of object, or no order of the values to sort by.</exception>
    public static SearchRequest Of(Neptune.Storage.Store store, ProjectRecord project, TableRequest request)
    {
        var sortBy = request.SortBy is { Length: > 0 } path ? path : SysFields.CreationTime;
        var query = string.IsNullOrWhiteSpace(request.Query) ? NqlEverything.Instance : NqlParser.Parse(request.Query);
        return new(project.Name, KindOf(request.Kind))
        {
            Query = request.Model is { } model ? NqlAnd.Of([new NqlClause(new(SysFields.ModelId), NqlOperator.Equal, model), query]) : query,
            Trashed = request.Trashed,
            SortBy = sortBy,
            // What nobody has logged yet does not sort; what has no order cannot.
            SortIsOptional = store.FieldTypes(project, sortBy).Count == 0,
            Ascending = request.Ascending,
        };
    }

    /// <summary>Tells the table of a request from others: what it has and in which order, not what is read of it.</summary>
    public static string MarkOf(ProjectRecord project, TableRequest request)
    {
        var table = JsonSerializer.SerializeToUtf8Bytes(request with { Columns = [$"{project.Uid}"], Limit = 0, Cursor = null }, ApiJson.Default.TableRequest);
        return Convert.ToHexStringLower(SHA256.HashData(table).AsSpan(0, MarkBytes));
    }

    /// <exception cref="NeptuneOptionsException">There is no such kind of object.</exception>
    public static ObjectKind KindOf(string name)
    {
        foreach (var kind in Kinds.Where(kind => FieldValues.NameOf(kind) == name))
            return kind;
        throw new NeptuneOptionsException($"\"{name}\" is no kind of object. There are {string.Join(", ", Kinds.Select(FieldValues.NameOf))}.");
    }
}
