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
            (project_id, path_id, type, int_value, float_value, last, ({ValueColumn.SortText(dialect, "text_value")}), object_id, min, max, mean, variance)
        """,
        "create index attribute_by_file on attribute (file_sha256) where file_sha256 is not null",
        "create index string_set_by_value on string_set (project_id, path_id, value)",
        "create table unused_file (sha256 text not null primary key)",
    ];
}
