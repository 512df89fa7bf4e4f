using Microsoft.Data.Sqlite;
using Neptune.Storage.Identity;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests;

/// <summary>Whether what lies in a store's folder is a store, this store, and all of it.</summary>
public sealed class StoreIdentityTests : IDisposable
{
    private const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Home => folder["store"];

    private string Database => SqlitePaths.Database(Home);

    [Fact]
    public void A_new_store_is_its_owners_alone_and_left_out_of_repositories()
    {
        Store.Open(new(Home)).Dispose();

        Assert.Equal("*\n", File.ReadAllText(Path.Combine(Home, ".gitignore")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Home));
    }

    [Fact]
    public void A_folder_that_is_there_keeps_its_permissions()
    {
        Directory.CreateDirectory(Home);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Home, Shared);

        Store.Open(new(Home)).Dispose();

        Assert.False(File.Exists(Path.Combine(Home, ".gitignore")), "A folder that was made by others is theirs to keep in repositories.");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(Shared, File.GetUnixFileMode(Home));
    }

    [Theory]
    [InlineData("create table ledger (id integer); insert into ledger values (1)")]
    [InlineData("create table project (id integer)")]
    [InlineData("pragma application_id = 7")]
    public void The_database_of_another_program_is_refused_and_left_as_it_is(string sql)
    {
        Directory.CreateDirectory(Home);
        Execute(sql);
        var before = File.ReadAllBytes(Database);

        var error = Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Home)));
        Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Home) { ReadOnly = true }));

        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
        Assert.False(File.Exists(StoreManifest.PathIn(Home)));
    }

    [Theory]
    [InlineData(true, "missing")]
    [InlineData(false, "empty")]
    public void A_store_that_lost_its_database_does_not_begin_again(bool deleted, string word)
    {
        Make(runs: 3);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Home, "store.db*"))
            File.Delete(file);
        if (!deleted)
            File.Create(Database).Dispose();

        foreach (var readOnly in (bool[])[false, true])
        {
            var error = Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Home) { ReadOnly = readOnly }));
            Assert.Contains($"is {word}", error.Message, StringComparison.Ordinal);
            Assert.Contains("store.json", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Contents_of_files_alone_are_enough_to_miss_the_database()
    {
        Directory.CreateDirectory(Path.Combine(SqlitePaths.Files(Home), "ab"));

        Assert.Contains("files of a store", Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Home))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_database_with_nothing_beside_it_is_a_beginning()
    {
        Directory.CreateDirectory(Home);
        File.Create(Database).Dispose();

        using var store = Store.Open(new(Home));

        Assert.Empty(store.ListProjects());
    }

    [Fact]
    public void A_store_that_was_turned_back_says_so_once_and_gives_no_id_twice()
    {
        Make(runs: 2);
        Execute($"vacuum into '{folder["backup"]}'");
        Make(runs: 3);
        foreach (var file in Directory.GetFiles(Home, "store.db*"))
            File.Delete(file);
        File.Move(folder["backup"], Database);

        using (var store = Store.Open(new(Home)))
        {
            Assert.Contains("3 objects that were made in it are missing", store.TakeNotice(), StringComparison.Ordinal);
            Assert.Equal("CLS-6", NewRun(store).SysId);
            Assert.Equal("CLS-M-4", store.CreateModelVersion(store.List(ObjectKind.Model).Single(), "ada", DateTimeOffset.UtcNow).SysId);
        }
        using var again = Store.Open(new(Home));
        Assert.Null(again.TakeNotice());
        Assert.Equal("CLS-7", NewRun(again).SysId);
    }

    [Fact]
    public void A_store_that_lost_nothing_has_nothing_to_say()
    {
        Make(runs: 2);

        using var store = Store.Open(new(Home));

        Assert.Null(store.TakeNotice());
        Assert.Equal("CLS-3", NewRun(store).SysId);
    }

    [Fact]
    public void The_database_of_another_store_is_refused()
    {
        Make(runs: 1);
        Store.Open(new(folder["other"])).Dispose();
        foreach (var file in Directory.GetFiles(Home, "store.db*"))
            File.Delete(file);
        File.Copy(SqlitePaths.Database(folder["other"]), Database);

        Assert.Contains("another store", Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Home))).Message, StringComparison.Ordinal);

        File.Delete(StoreManifest.PathIn(Home));
        Store.Open(new(Home)).Dispose();
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_is_an_error_that_names_it()
    {
        Make(runs: 1);
        File.WriteAllText(StoreManifest.PathIn(Home), "{");

        Assert.Contains("store.json is damaged", Assert.Throws<NeptuneCorruptDataException>(() => Store.Open(new(Home))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_project_stays_when_the_folder_gets_another_name()
    {
        Directory.CreateDirectory(folder["first"]);
        Store.Open(new(Path.Combine(folder["first"], ".neptune"))).Dispose();

        Directory.Move(folder["first"], folder["second"]);

        Assert.Equal(new("local", "first"), StoreManifest.Read(Path.Combine(folder["second"], ".neptune"))!.DefaultProject);
    }

    [Fact]
    public void A_store_from_before_there_were_manifests_takes_the_only_local_project_for_its_default()
    {
        Directory.CreateDirectory(Home);
        foreach (var sql in ((Migration[])[new InitialMigration(), new SearchMigration(), new FileFieldMigration(), new TextKeyMigration()]).SelectMany(step => step.Statements(new SqliteDialect())))
            Execute(sql);
        Execute("insert into project (id, uid, workspace, name, key, last_object_id, last_path_id, last_run) values (1, '00000000-0000-0000-0000-00000000000A', 'local', 'before', 'BEF', 3, 1, 3)");
        Execute("pragma user_version = 4");

        using (var store = Store.Open(new(Home)))
            Assert.Null(store.TakeNotice());

        Assert.Equal((new("local", "before"), 3L), StoreManifest.Read(Home) is { } manifest ? (manifest.DefaultProject, manifest.Objects) : default);
    }

    [Fact]
    public void What_is_written_to_a_store_whose_folder_was_removed_or_replaced_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders that are in use.");
        Make(runs: 1);
        using var store = Store.Open(new(Home));
        var run = NewRun(store);
        Directory.Move(Home, folder["moved"]);

        Assert.Contains("is gone", Assert.Throws<NeptuneStoreException>(() => NewRun(store)).Message, StringComparison.Ordinal);

        Store.Open(new(Home)).Dispose();
        Assert.Throws<NeptuneStoreException>(() => NewRun(store));

        Directory.Delete(Home, recursive: true);
        Directory.Move(folder["moved"], Home);
        Assert.True(store.Apply(run.Uid, []).Applied);
    }

    private void Make(int runs)
    {
        using var store = Store.Open(new(Home));
        for (var i = 0; i < runs; i++)
            NewRun(store);
        if (store.List(ObjectKind.Model).Count == 0)
            store.CreateModel(store.ListProjects().Single(), "M", "ada", DateTimeOffset.UtcNow);
    }

    private static ObjectRecord NewRun(Store store) =>
        store.CreateRun(store.EnsureProject(new("local", "cls"), "ada", DateTimeOffset.UtcNow, "CLS"), null, "ada", DateTimeOffset.UtcNow).Record;

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
