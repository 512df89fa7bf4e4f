using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>The objects that a search is about before anything is asked of their fields.</summary>
internal sealed record SearchScope(long Project, ObjectKind Kind, bool? Trashed)
{
    /// <summary>Writes what is asked of the row <c>o</c>, for the search by an index over exactly these columns.</summary>
    public void Write(SqlText sql) => sql
        .Add($"o.project_id = {sql.Value(Project)} and o.kind = {sql.Value((long)Kind)} and o.trashed ")
        .Add(Trashed is { } trashed ? $"= {sql.Value(trashed ? 1L : 0L)}" : "in (0, 1)");
}
