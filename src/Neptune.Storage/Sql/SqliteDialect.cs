using System.Data.Common;
using System.Globalization;

namespace Neptune.Storage.Sql;

internal sealed class SqliteDialect : SqlDialect
{
    /// <summary>"NPTN"; SQLite reports ids from 0x80000000 on as 0.</summary>
    private const int ApplicationId = 0x4E50_544E;

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

    public override IEnumerable<string> Mark => [string.Create(CultureInfo.InvariantCulture, $"pragma application_id = {ApplicationId}")];

    /// <summary>Stores of before format 5 have no mark, but tables of ours; a new database has no table at all.</summary>
    public override void RequireOwn(DbConnection connection, string store)
    {
        var mark = Number(connection, "pragma application_id");
        if (mark == ApplicationId)
            return;
        if (mark != 0 || (Number(connection, "select count(*) from sqlite_schema") > 0 && Number(connection, "select count(*) from sqlite_schema where type = 'table' and name in ('project', 'object', 'attribute')") < 3))
            throw new NeptuneStoreException($"{store} is a database of another program and no Neptune store. Move it away, or keep your store in another folder (NEPTUNE_HOME).");
    }

    public override string CheckIntegrity => "pragma integrity_check";

    public override string Intact => "ok";

    public override string Reindex => "reindex";

    public override int ReadFormat(DbConnection connection) => Number(connection, "pragma user_version");

    public override void WriteFormat(DbConnection connection, int format)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {format}");
        command.ExecuteNonQuery();
    }

    private static int Number(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
