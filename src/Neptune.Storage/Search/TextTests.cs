using Neptune.Core.Nql;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Comparisons of texts. The index has their first characters, which decide the question for shorter texts and narrow it for longer ones.</summary>
/// <param name="dialect">The database.</param>
/// <param name="project">The project.</param>
/// <param name="path">The number of the path.</param>
internal sealed class TextTests(SqlDialect dialect, long project, long path)
{
    public FieldTest IsOneOf(FieldType type, IReadOnlyList<string> values)
    {
        string Narrowed(SqlText sql, string row) => $"{ValueColumn.NothingBeforeTexts(row)} and {row}.{ValueColumn.TextKey} in ({sql.List<string>([.. values.Select(value => ValueColumn.SortText(value))])})";
        return values.All(ValueColumn.IsWhole)
            ? FieldTest.OfType(project, path, type, Narrowed)
            : FieldTest.OfType(project, path, type, (sql, row) => $"{Narrowed(sql, row)} and {row}.text_value in ({sql.List(values)})", prefilter: Narrowed);
    }

    /// <summary>The index goes by the artifact before its hash.</summary>
    public FieldTest IsHash(string value) => FieldTest.OfType(
        project, path, FieldType.Artifact,
        (sql, row) => $" and {row}.text_value = {sql.Value(value)}",
        IndexAccess.Scan,
        prefilter: (sql, row) => $" and {row}.{ValueColumn.TextKey} = {sql.Value(ValueColumn.SortText(value))}");

    /// <summary>Texts differ from one that is not cut if their indexed parts do.</summary>
    public FieldTest IsNot(FieldType type, string value)
    {
        Func<SqlText, string, string> Differs(string how) => (sql, row) => $"{ValueColumn.NothingBeforeTexts(row)} and {row}.{ValueColumn.TextKey} {how} {sql.Value(value)}";
        FieldTest InRange(string how) => FieldTest.OfType(project, path, type, Differs(how));

        return ValueColumn.IsWhole(value)
            ? FieldTest.OfType(project, path, type, Differs("<>"), foundBy: [InRange("<"), InRange(">")])
            : FieldTest.OfType(project, path, type, (sql, row) => $" and {row}.text_value <> {sql.Value(value)}", IndexAccess.None);
    }

    public FieldTest Contains(FieldType type, string part) =>
        Scan(type, IndexAccess.ScanOfTexts, (sql, text) => dialect.Contains(text, sql.Value(part)));

    /// <summary>A text that every match contains is looked for first, which takes a fraction of the time.</summary>
    public FieldTest Matches(FieldType type, string pattern)
    {
        var literal = NqlRequiredText.Of(pattern);
        return Scan(type, literal.Length == 0 ? IndexAccess.ScanByPattern : IndexAccess.ScanOfTexts, (sql, text) => literal.Length == 0
            ? dialect.Matches(text, sql.Value(pattern))
            : $"{dialect.Contains(text, sql.Value(literal))} and {dialect.Matches(text, sql.Value(pattern))}");
    }

    private FieldTest Scan(FieldType type, IndexAccess access, Func<SqlText, string, string> holds) => FieldTest.OfType(
        project, path, type,
        (sql, row) => $" and {holds(sql, $"{row}.text_value")}",
        access,
        prefilter: (sql, row) => $" and ({ValueColumn.MayBeCut($"{row}.{ValueColumn.TextKey}")} or ({holds(sql, $"{row}.{ValueColumn.TextKey}")}))");
}
