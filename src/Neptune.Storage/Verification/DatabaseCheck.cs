using Neptune.Storage.Sql;

namespace Neptune.Storage.Verification;

/// <summary>Checks the database as a whole, its counters, and rows that belong to nothing.</summary>
internal sealed class DatabaseCheck(StoreDatabase database, SqlDialect dialect, bool repair)
{
    /// <summary>Tables whose rows belong to objects.</summary>
    private static readonly string[] OfObjects = ["attribute", "float_chunk", "string_chunk", "string_set", "file_point", "set_file", "git_ref"];

    /// <summary>Tables whose rows belong to fields.</summary>
    private static readonly string[] OfFields = [.. OfObjects.Where(table => table != "attribute")];

    private const string WithoutObject = "not exists (select 1 from object o where o.project_id = {0}.project_id and o.id = {0}.object_id)";
    private const string WithoutField = "not exists (select 1 from attribute a where a.project_id = {0}.project_id and a.object_id = {0}.object_id and a.path_id = {0}.path_id)";
    private const string LateIds = "last_object_id < (select coalesce(max(o.id), 0) from object o where o.project_id = project.id)";

    public IEnumerable<Flaw> Run() =>
    [
        .. Integrity(),
        .. OfObjects.SelectMany(table => Orphans(table, WithoutObject, "an object")),
        .. OfFields.SelectMany(table => Orphans(table, WithoutField, "a field")),
        .. Counters(),
    ];

    /// <summary>An index that disagrees with its table can be made anew; a page that cannot be read is lost.</summary>
    private IEnumerable<Flaw> Integrity()
    {
        var problems = Problems();
        if (problems.Count == 0)
            return [];
        var left = problems;
        if (repair)
        {
            database.Write(session => session.Execute(dialect.Reindex));
            left = Problems();
        }
        return problems.Select(problem => new Flaw("database", problem, "indexes are made anew", IsMended: repair && !left.Contains(problem)));
    }

    private List<string> Problems() => database.Read(session => session.Statement(dialect.CheckIntegrity).All(row => row.GetString(0))).FindAll(problem => problem != dialect.Intact);

    private IEnumerable<Flaw> Orphans(string table, string condition, string owner)
    {
        var isOrphan = string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, table);
        var count = database.Read(session => session.Statement($"select count(*) from {table} where {isOrphan}").Number()!.Value);
        if (count == 0)
            yield break;
        if (repair)
            database.Write(session => session.Statement($"delete from {table} where {isOrphan}").Execute());
        yield return new(table, FormattableString.Invariant($"{count} rows belong to {owner} that is not there"), "they are removed", repair);
    }

    private IEnumerable<Flaw> Counters()
    {
        var late = database.Read(session => session.Statement($"select workspace, name from project where {LateIds}").All(row => $"{row.GetString(0)}/{row.GetString(1)}"));
        if (late.Count > 0 && repair)
            database.Write(session => session.Statement($"update project set last_object_id = (select max(o.id) from object o where o.project_id = project.id) where {LateIds}").Execute());
        return late.Select(project => new Flaw(project, "the next object would get the number of another one", "the counter is set behind the last object", repair));
    }
}
