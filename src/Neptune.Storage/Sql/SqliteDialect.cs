using System.Data.Common;
using System.Globalization;

namespace Neptune.Storage.Sql;

internal sealed class SqliteDialect : SqlDialect
{
    public override string Blob => "blob";

    public override string Uuid => "text";

    public override string Identity => "integer primary key";

    public override string OrdinalText => "text";

    public override string Clustered => "without rowid";

    public override string BeginWrite => "begin immediate";

    public override string Prefix(string text, int length) => string.Create(CultureInfo.InvariantCulture, $"substr({text}, 1, {length})");

    public override string JoinNumbers(string column) => $"group_concat({column}, '{NumberSeparator}')";

    public override string SplitNumbers(string text) => $"select value from json_each('[' || {text} || ']')";

    public override string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    public override string Matches(string text, string pattern) => $"{SqliteFunctions.Matches}({pattern}, {text})";

    public override IEnumerable<string> Statistics(params IEnumerable<(string Table, string Index, string Rows)> rows) =>
    [
        // Makes the table of statistics, which is then written by hand, as SQLite allows, and read again.
        "analyze sqlite_schema",
        .. rows.Select(row => $"delete from sqlite_stat1 where tbl = '{row.Table}' and idx = '{row.Index}'"),
        .. rows.Select(row => $"insert into sqlite_stat1 (tbl, idx, stat) values ('{row.Table}', '{row.Index}', '{row.Rows}')"),
        "analyze sqlite_schema",
    ];

    public override int ReadFormat(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public override void WriteFormat(DbConnection connection, int format)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {format}");
        command.ExecuteNonQuery();
    }
}
