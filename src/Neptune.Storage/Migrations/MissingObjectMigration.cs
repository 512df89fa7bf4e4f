using Neptune.Storage.Identity;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Format 7: the database remembers what was deleted from it, and how much it has never known because it was turned back to an earlier state.</summary>
internal sealed class MissingObjectMigration : Migration
{
    public override int Format => 7;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        $"create table deleted_object (uid {dialect.Uuid} not null primary key)",
        $"alter table store add column {StoreTable.Missing} bigint not null default 0",
    ];
}
