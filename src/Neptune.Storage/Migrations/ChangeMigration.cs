using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Format 8: changes are counted by project, and each object has the number of its latest one, so that whoever watches a store asks for what is new.</summary>
internal sealed class ChangeMigration : Migration
{
    public override int Format => 8;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        "alter table project add column last_change bigint not null default 0",
        "alter table object add column last_change bigint not null default 0",
        "create index object_by_change on object (project_id, last_change)",
        .. dialect.Statistics(("object", "object_by_change", "100000 100000 1")),
    ];
}
