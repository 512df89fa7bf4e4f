using Microsoft.Data.Sqlite;
using Neptune.Core.Nql;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

public sealed class TextKeyMigrationTests
{
    [Fact]
    public void Texts_of_a_store_of_format_3_are_found_and_sorted_after_it_was_opened()
    {
        using var folder = new TemporaryFolder();
        MakeFormat3(folder["store.db"]);

        using var store = Store.Open(new(folder.Path));
        var rows = store.Search(new SearchRequest(new("local", "old"), ObjectKind.Run) { Query = NqlParser.Parse("`name`:string CONTAINS \"forest\""), SortBy = "name", Ascending = true }).Rows;

        Assert.Equal(["OLD-2", "OLD-1"], rows.Select(row => row.Object.SysId));
    }

    private static void MakeFormat3(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        string[] rows =
        [
            "insert into project (id, uid, workspace, name, key, last_object_id, last_path_id, last_run) values (1, '00000000-0000-0000-0000-00000000000A', 'local', 'old', 'OLD', 3, 1, 3)",
            "insert into path (project_id, id, path) values (1, 1, 'name')",
            .. Run(1, "the forest"), .. Run(2, "a forest"), .. Run(3, "a tree"),
            "pragma user_version = 3",
        ];
        foreach (var sql in ((Migration[])[new InitialMigration(), new SearchMigration(), new FileFieldMigration()]).SelectMany(step => step.Statements(new SqliteDialect())).Concat(rows))
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static IEnumerable<string> Run(int id, string name) =>
    [
        $"insert into object (project_id, id, uid, kind, sys_id, created, trashed, last_version, revision) values (1, {id}, '00000000-0000-0000-0000-00000000000{id}', 1, 'OLD-{id}', 0, 0, 0, 0)",
        $"insert into attribute (project_id, object_id, path_id, type, text_value) values (1, {id}, 1, 4, '{name}')",
    ];
}
