using Neptune.Storage.Search;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>
/// Format 2: tables of objects. One index has every field by path, type and value: a field uses one of the value columns, the ones
/// before it are NULL, so that one entry a field serves filters on all types, sorting, and the question who has the field. The
/// object stands before the summaries of series, which are there to be compared without reading the row.
/// </summary>
internal sealed class SearchMigration : Migration
{
    public override int Format => 2;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        $"""
        create index attribute_by_value on attribute
            (project_id, path_id, type, int_value, float_value, last, ({dialect.Prefix("text_value", ValueColumn.TextLength)}), object_id, min, max, mean, variance)
        """,
        "create index attribute_by_file on attribute (file_sha256) where file_sha256 is not null",
        "create index string_set_by_value on string_set (project_id, path_id, value)",
        "create table unused_file (sha256 text not null primary key)",
        .. dialect.Statistics(
            ("attribute", "attribute", "5000000 5000000 50 1"),
            ("attribute", "attribute_by_value", "5000000 5000000 100000 100000 1000 1000 1000 100 1 1 1 1 1"),
            ("attribute", "attribute_by_file", "10000 2"),
            ("object", "object", "100000 100000 1"),
            ("object", "object_by_kind", "100000 100000 50000 50000 1"),
            ("object", "object_by_sys_id", "100000 1"),
            ("path", "path", "10000 10000 1"),
            ("path", "sqlite_autoindex_path_2", "10000 10000 1"),
            ("string_set", "string_set", "200000 200000 4 2 1"),
            ("string_set", "string_set_by_value", "200000 200000 100000 1000 1")),
    ];
}
