using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;

namespace Neptune.Tests.Configuration;

[Collection(EnvironmentCollection.Name)]
public sealed class EnvironmentTests : IDisposable
{
    private readonly TemporaryEnvironment environment = new();
    private readonly TemporaryStore store = new();

    [Fact]
    public void Variables_name_store_project_mode_and_custom_id()
    {
        environment.Set("NEPTUNE_HOME", store.Home);
        environment.Set("NEPTUNE_PROJECT", "ml-team/classification");
        environment.Set("NEPTUNE_CUSTOM_RUN_ID", "mine");
        environment.Set("NEPTUNE_MODE", "sync");

        using var run = Run.Init(Silent());
        using var same = Run.Init(Silent());

        Assert.Equal(("CLS-1", "ml-team/classification", ConnectionMode.Sync), (run.Id, run.ProjectName, run.Mode));
        Assert.Equal(run.Id, same.Id);
        Assert.True(Directory.Exists(store.Folder));
    }

    [Fact]
    public void Options_win_over_variables()
    {
        environment.Set("NEPTUNE_PROJECT", "other/project");
        environment.Set("NEPTUNE_MODE", "sync");
        environment.Set("NEPTUNE_HOME", "/nowhere");

        using var run = store.Run();

        Assert.Equal((TemporaryStore.Project, ConnectionMode.Async), (run.ProjectName, run.Mode));
    }

    [Theory]
    [InlineData("NEPTUNE_MODE", "fast")]
    [InlineData("NEPTUNE_SYNC_AFTER_STOP_TIMEOUT", "soon")]
    [InlineData("NEPTUNE_API_TOKEN", "token")]
    public void A_variable_that_makes_no_sense_is_an_error_that_names_it(string name, string value)
    {
        environment.Set(name, value);

        var error = Assert.Throws<NeptuneOptionsException>(() => Run.Init(new() { StorePath = store.Home }));

        Assert.Contains(name, error.Message);
    }

    [Fact]
    public void The_store_is_found_from_any_folder_below()
    {
        var deep = Directory.CreateDirectory(Path.Combine(store.Home, "src", "app", "bin")).FullName;

        File.WriteAllText(Path.Combine(store.Home, "src", "all.sln"), "");
        Assert.Equal(Path.Combine(store.Home, "src", ".neptune"), StoreLocation.Nearest(deep).Folder);
        Directory.CreateDirectory(Path.Combine(store.Home, "src", "app", ".git"));
        Assert.Equal(Path.Combine(store.Home, "src", "app", ".neptune"), StoreLocation.Nearest(deep).Folder);
        Directory.CreateDirectory(store.Folder);
        Assert.Equal(store.Folder, StoreLocation.Nearest(deep).Folder);
    }

    [Fact]
    public void The_home_may_be_the_store_folder_itself()
    {
        Assert.Equal(store.Folder, StoreLocation.Find(store.Folder).Folder);
        Assert.Equal(store.Folder, StoreLocation.Find(store.Home + Path.DirectorySeparatorChar).Folder);
    }

    public void Dispose()
    {
        environment.Dispose();
        store.Dispose();
    }

    private static RunOptions Silent() => new() { Logger = NullLogger.Instance, CaptureStdout = false, CaptureStderr = false, CaptureHardwareMetrics = false };
}
