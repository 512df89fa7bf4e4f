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
    public void A_mode_that_a_build_has_not_is_an_error()
    {
        var error = workspace.Register(task => task.Mode = "debug").Error;

        Assert.Equal("NEPB0004", error.Code);
        Assert.Contains("async, sync and offline", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();

    private void Sync()
    {
        using var backend = new EmbeddedBackend(workspace.Store, readOnly: false);
        OfflineSync.Run(backend, NullLogger.Instance);
    }
}
