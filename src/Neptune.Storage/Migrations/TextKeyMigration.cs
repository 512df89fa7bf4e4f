using Neptune.Storage.Search;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>
/// Format 4: the indexed part of a text is a column of its own. SQLite looks into the row for a text that is an expression in an index,
/// so that searching all texts of a field took a look-up each; of a column it takes the index alone.
/// </summary>
internal sealed class TextKeyMigration : Migration
{
    public override int Format => 4;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        "drop index attribute_by_value",
        $"alter table attribute add column {ValueColumn.TextKey} {dialect.OrdinalText}",
        $"update attribute set {ValueColumn.TextKey} = {dialect.Prefix("text_value", ValueColumn.TextLength)} where text_value is not null",
        $"""
        create index attribute_by_value on attribute
            (project_id, path_id, type, int_value, float_value, last, {ValueColumn.TextKey}, object_id, min, max, mean, variance)
        """,
        .. dialect.Statistics(("attribute", "attribute_by_value", "5000000 5000000 100000 100000 1000 1000 1000 100 1 1 1 1 1")),
    ];
}
