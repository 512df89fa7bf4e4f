using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>A row of the object at a path that fulfils a condition.</summary>
/// <param name="table">The table the row is in: <c>attribute</c> or <c>string_set</c>.</param>
/// <param name="project">The project.</param>
/// <param name="path">The number of the path.</param>
/// <param name="rest">What else is asked of the row of that name; it begins with "and", or is empty.</param>
internal sealed class FieldTest(string table, long project, long path, Func<SqlText, string, string> rest) : Condition
{
    public const string Attribute = "attribute";
    public const string StringSet = "string_set";

    public override IReadOnlyList<FieldTest> Drivers => FoundBy.Count > 0 ? FoundBy : Access == IndexAccess.None ? [] : [this];

    /// <summary>What the index can do to find the rows.</summary>
    public IndexAccess Access { get; init; } = IndexAccess.Range;

    /// <summary>Tests that find the same rows together, each of them in one range of the index, where this one cannot.</summary>
    public IReadOnlyList<FieldTest> FoundBy { get; init; } = [];

    /// <summary>What it takes to look at an entry of the index that may be one of the rows, in microseconds; 0 when they stand together.</summary>
    public double CostOfScan => Access switch
    {
        IndexAccess.Scan => 0.09,
        IndexAccess.ScanOfTexts => 0.12,
        IndexAccess.ScanByPattern => 0.16,
        _ => 0,
    };

    /// <summary>What is asked of an entry of the index instead, where that cannot tell all: every row that fulfils the condition fulfils this too.</summary>
    public Func<SqlText, string, string>? Prefilter { get; init; }

    public override bool IsDecidedByDrivers => Prefilter is null && FoundBy.All(test => test.IsDecidedByDrivers);

    /// <summary>A row of a type.</summary>
    public static FieldTest OfType(
        long project, long path, FieldType type, Func<SqlText, string, string> rest, IndexAccess access = IndexAccess.Range,
        Func<SqlText, string, string>? prefilter = null, IReadOnlyList<FieldTest>? foundBy = null)
    {
        string Typed(SqlText sql, string row, Func<SqlText, string, string> more) => $" and {row}.type = {sql.Value((long)type)}{more(sql, row)}";
        return new(Attribute, project, path, (sql, row) => Typed(sql, row, rest))
        {
            Access = access,
            Prefilter = prefilter is null ? null : (sql, row) => Typed(sql, row, prefilter),
            FoundBy = foundBy ?? [],
        };
    }

    public override void Write(SqlText sql, string objectId) => sql
        .Add($"exists (select 1 from {table} f where f.project_id = {sql.Value(project)} and f.object_id = {objectId} and f.path_id = {sql.Value(path)}{rest(sql, "f")})");

    /// <summary>Whether the rows are those of fields at a path.</summary>
    public bool IsOfFields(long otherPath) => table == Attribute && path == otherPath;

    /// <summary>Writes what is asked of the row <paramref name="row"/> of the field; it begins with "and".</summary>
    public void WriteOn(SqlText sql, string row) => sql.Add(rest(sql, row));

    /// <summary>Writes the statement that gives the ids of all objects with such a row, one for each row.</summary>
    public void WriteRows(SqlText sql) => sql
        .Add($"select f.object_id as id from {table} f where f.project_id = {sql.Value(project)} and f.path_id = {sql.Value(path)}{(Prefilter ?? rest)(sql, "f")}");
}
