using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Format 6: the sign of zeros is kept. In rows that were there before it is lost.</summary>
internal sealed class NegativeZeroMigration : Migration
{
    public override int Format => 6;

    public override IEnumerable<string> Statements(SqlDialect dialect) => [$"alter table attribute add column {NegativeZeros.Column} bigint"];
}
