using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Format 5: the database says that it is a Neptune store, and which one.</summary>
internal sealed class IdentityMigration : Migration
{
    public override int Format => 5;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        $"create table store (id {dialect.Uuid} not null)",
        $"insert into store (id) values ('{Guid.NewGuid()}')",
        .. dialect.Mark,
    ];
}
