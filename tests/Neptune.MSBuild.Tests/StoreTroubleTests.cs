using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.MSBuild.Tests.Building;
using Neptune.Pumping;

namespace Neptune.MSBuild.Tests;

public sealed class StoreTroubleTests : IDisposable
{
    private readonly Workspace workspace = new("""<NeptuneModel Include="models/income.zip" Key="INCOME" Stage="Staging" Tags="a" />""");

    public StoreTroubleTests() => workspace.Write("models/income.zip", "weights");

    [Fact]
    public void A_registration_that_the_store_cannot_take_waits_for_sync()
    {
        var database = Path.Combine(workspace.Store, "store.db");
        File.WriteAllText(database, new string('x', 5000));

        var resolved = workspace.Resolve().Clean();
        var warning = workspace.Register().Warning;
        File.Delete(database);
        Sync();

        Assert.Equal("NEPB0006", warning.Code);
        Assert.Contains("neptune sync", warning.Message, StringComparison.Ordinal);
        Assert.Contains("VersionId = @\"\"", File.ReadAllText(workspace.SourceFile), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.StampFile));
        using var version = workspace.Open("DEMO-INCOME-1");
        Assert.Equal(("staging", "Release", "income.zip"), (version["sys/stage"].Fetch<string>(), version["build/configuration"].Fetch<string>(), version["model/name"].Fetch<string>()));
        version["model/file"].Download(workspace.PathOf("downloaded.zip"));
        Assert.Equal("weights", File.ReadAllText(workspace.PathOf("downloaded.zip")));
    }

    [Fact]
    public void What_waited_becomes_the_version_that_another_build_made_meanwhile()
    {
        workspace.Register(task => task.Mode = "offline").Clean();
        workspace.Register().Clean();

        Sync();

        using var model = Model.Init(workspace.Quiet(new ModelOptions { WithId = "DEMO-INCOME" }));
        Assert.Equal("DEMO-INCOME-1", Assert.Single(model.FetchModelVersionsTable()).Id);
    }

    [Fact]
    public void A_strict_build_fails_when_the_store_cannot_be_written()
    {
        File.WriteAllText(Path.Combine(workspace.Store, "store.db"), new string('x', 5000));

        var error = workspace.Register(task => task.Strict = true).Error;

        Assert.Equal("NEPB0007", error.Code);
        Assert.False(Directory.Exists(OfflineBackend.RootOf(workspace.Store)));
    }

    [Fact]
    public void Where_not_even_a_journal_can_be_written_the_warning_says_that_nothing_is_registered()
    {
        var file = workspace.Write("not-a-folder", "");

        var warning = workspace.Register(task => task.StorePath = Path.Combine(file, ".neptune")).Warning;

        Assert.Equal("NEPB0007", warning.Code);
        Assert.Contains("is not registered", warning.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("registered.stamp")));
    }

    [Fact]
    public void A_registration_waits_in_a_journal_when_another_process_writes_to_the_store_for_too_long()
    {
        workspace.Publish("INCOME", "older weights");
        var warning = RegisterWhileHeld(strict: false).Warning;

        Sync();

        Assert.Equal("NEPB0006", warning.Code);
        Assert.Contains("Another process was writing to the store", warning.Message, StringComparison.Ordinal);
        using var version = workspace.Open("DEMO-INCOME-2");
        Assert.Equal("income.zip", version["model/name"].Fetch<string>());
    }

    [Fact]
    public void A_strict_build_fails_when_another_process_writes_to_the_store_for_too_long()
    {
        workspace.Publish("INCOME", "older weights");

        var error = RegisterWhileHeld(strict: true).Error;

        Assert.Equal("NEPB0007", error.Code);
        Assert.False(Directory.Exists(OfflineBackend.RootOf(workspace.Store)));
    }

    [Fact]
    public async Task A_build_that_waits_for_another_process_can_be_cancelled()
    {
        workspace.Publish("INCOME", "older weights");
        using var holder = new StoreHolder(Database);
        var waiting = new TaskCompletionSource<RegisterModelVersions>();

        var registering = Task.Run(() => workspace.Register(task =>
        {
            task.StoreTimeout = 3600;
            waiting.SetResult(task);
        }));
        (await waiting.Task).Cancel();
        var cancelled = await registering;

        Assert.False(cancelled.Succeeded);
        Assert.Empty(cancelled.Engine.Errors);
        Assert.Contains(cancelled.Said, line => line.Contains("cancelled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "NEPB0006")]
    [InlineData(true, "NEPB0007")]
    public void A_store_of_a_newer_version_is_left_as_it_is(bool strict, string code)
    {
        workspace.Publish("INCOME", "older weights");
        Execute("pragma user_version = 99");

        workspace.Resolve().Clean();
        var registered = workspace.Register(task => task.Strict = strict);

        Assert.Equal(code, strict ? registered.Error.Code : registered.Warning.Code);
        Assert.Contains("99", strict ? registered.Error.Message : registered.Warning.Message, StringComparison.Ordinal);
        Assert.Contains("VersionId = @\"\"", File.ReadAllText(workspace.SourceFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<NeptuneModelReference Include="INCOME" Version="1" />""", "NEPB0010")]
    [InlineData("""<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/metrics.json" /><NeptuneGate Include="INCOME" Metric="auc" />""", "NEPB0016")]
    public void What_has_to_be_read_from_a_store_that_cannot_be_is_an_error(string items, string code)
    {
        workspace.Write("models/metrics.json", """{ "auc": 0.9 }""");
        workspace.Items = items;
        File.WriteAllText(Database, new string('x', 5000));

        var error = workspace.Resolve().Error;

        Assert.Equal((code, 3), (error.Code, error.LineNumber));
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_a_disk_that_takes_nothing_the_build_goes_on_with_a_warning_and_the_next_one_registers(bool full)
    {
        using var disk = Neptune.Tests.Disk.Tmpfs.MountOrSkip(megabytes: 4);
        var store = Path.Combine(disk.Path, ".neptune");
        Outcome<RegisterModelVersions> Register(bool strict) => workspace.Register(task => (task.StorePath, task.Strict) = (store, strict));
        Register(strict: true).Clean();
        workspace.Write("models/income.zip", "other weights");
        var filling = Path.Combine(disk.Path, "filling");
        if (full)
            Fill(filling);
        else
            disk.MakeReadOnly();

        var warning = Register(strict: false).Warning;
        var error = Register(strict: true).Error;

        Assert.Equal(("NEPB0007", "NEPB0007"), (warning.Code, error.Code));
        Assert.Contains("is not registered", warning.Message, StringComparison.Ordinal);
        if (full)
        {
            File.Delete(filling);
            Assert.Equal("DEMO-INCOME-2", Assert.Single(Register(strict: true).Clean().Versions()).Id);
        }
    }

    [Fact]
    public void A_mode_that_a_build_has_not_is_an_error()
    {
        var error = workspace.Register(task => task.Mode = "debug").Error;

        Assert.Equal("NEPB0004", error.Code);
        Assert.Contains("async, sync and offline", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();

    private string Database => Path.Combine(workspace.Store, "store.db");

    private Outcome<RegisterModelVersions> RegisterWhileHeld(bool strict)
    {
        using var holder = new StoreHolder(Database);
        return workspace.Register(task => (task.StoreTimeout, task.Strict) = (0.1, strict));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Fill(string path)
    {
        using var file = File.OpenWrite(path);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Nothing more fits.
        }
    }

    private void Sync()
    {
        using var backend = new EmbeddedBackend(workspace.Store, readOnly: false);
        OfflineSync.Run(backend, NullLogger.Instance);
    }
}
