using Microsoft.Data.Sqlite;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests;

public sealed class ChangeMigrationTests
{
    [Fact]
    public void Changes_of_a_store_of_format_7_are_numbered_from_its_opening_on()
    {
        using var folder = new TemporaryFolder();
        MakeFormat7(folder["store.db"]);

        using var store = Store.Open(new(folder.Path));
        var project = store.FindProject(new("local", "old"))!;
        var run = store.FindBySysId("OLD-1", project)[0];

        Assert.Equal([(project.Name, 0L)], store.LatestChanges());
        Assert.Empty(store.ChangedSince(project, 0, 10));
        Assert.Empty(store.Apply(run.Uid, [new AssignOperation("x", ScalarValue.Int(1))]).Errors);
        Assert.Equal([(project.Name, 1L)], store.LatestChanges());
        Assert.Equal(["OLD-1"], store.ChangedSince(project, 0, 10));
    }

    [Fact]
    public void A_store_of_format_7_that_is_opened_for_reading_is_brought_up_to_date_first()
    {
        using var folder = new TemporaryFolder();
        MakeFormat7(folder["store.db"]);

        using var store = Store.Open(new(folder.Path) { ReadOnly = true });

        Assert.Equal(0, store.LatestChanges().Single().Change);
    }

    private static void MakeFormat7(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        SqliteFunctions.Register(connection);
        Migration[] steps = [new InitialMigration(), new SearchMigration(), new FileFieldMigration(), new TextKeyMigration(), new IdentityMigration(), new NegativeZeroMigration(), new MissingObjectMigration()];
        string[] rows =
        [
            "insert into project (id, uid, workspace, name, key, last_object_id, last_path_id, last_run) values (1, '00000000-0000-0000-0000-00000000000A', 'local', 'old', 'OLD', 1, 0, 1)",
            "insert into object (project_id, id, uid, kind, sys_id, created, trashed, last_version, revision) values (1, 1, '00000000-0000-0000-0000-000000000001', 1, 'OLD-1', 0, 0, 0, 0)",
            "pragma user_version = 7",
        ];
        foreach (var sql in steps.SelectMany(step => step.Statements(new SqliteDialect())).Concat(rows))
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
