using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Storage;

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

    [Fact]
    public void What_is_opened_beside_a_run_and_its_children_are_with_it_whatever_variables_say_now()
    {
        environment.Set("NEPTUNE_HOME", store.Home);
        using var run = Run.Init(Silent());
        environment.Set("NEPTUNE_HOME", Path.Combine(store.Home, "elsewhere"));
        environment.Set("NEPTUNE_PROJECT", "other/project");
        environment.Set("NEPTUNE_MODE", "sync");

        using var child = run.InitChild();
        using var project = Project.Init(new() { Beside = run });

        Assert.All((NeptuneObject[])[child, project], opened =>
            Assert.Equal((run.ProjectName, run.Mode, run.Url.LocalPath), (opened.ProjectName, opened.Mode, opened.Url.LocalPath)));
    }

    [Theory]
    [InlineData("NEPTUNE_MODE", "fast")]
    [InlineData("NEPTUNE_SYNC_AFTER_STOP_TIMEOUT", "soon")]
    [InlineData("NEPTUNE_API_TOKEN", "token")]
    [InlineData("NEPTUNE_MAX_DISK_USAGE", "101")]
    public void A_variable_that_makes_no_sense_is_an_error_that_names_it(string name, string value)
    {
        environment.Set(name, value);

        var error = Assert.Throws<NeptuneOptionsException>(() => Run.Init(new() { StorePath = store.Home }));

        Assert.Contains(name, error.Message);
    }

    [Fact]
    public void The_data_directory_names_the_store_unless_the_home_does()
    {
        environment.Set("NEPTUNE_DATA_DIRECTORY", store.Home);
        Assert.Equal(store.Folder, StoreLocation.Find().Folder);

        environment.Set("NEPTUNE_HOME", Path.Combine(store.Home, "elsewhere"));
        Assert.Equal(Path.Combine(store.Home, "elsewhere", ".neptune"), StoreLocation.Find().Folder);
    }

    [Fact]
    public void A_table_is_fetched_in_pages_of_the_size_that_the_environment_says()
    {
        for (var i = 0; i < 3; i++)
            store.Run().Dispose();
        using var project = store.ProjectObject();
        environment.Set("NEPTUNE_FETCH_TABLE_STEP_SIZE", "2");

        var table = project.FetchRunsTable();
        project.TrashObjects("CLS-1");

        Assert.Equal(["CLS-3", "CLS-2"], table.Select(row => row.Id));
        environment.Set("NEPTUNE_FETCH_TABLE_STEP_SIZE", "0");
        Assert.Throws<NeptuneOptionsException>(() => project.FetchRunsTable());
    }

    [Fact]
    public void A_disk_that_is_fuller_than_allowed_is_an_error_at_the_call()
    {
        environment.Set("NEPTUNE_MAX_DISK_USAGE", "0.000001");

        var error = Assert.Throws<NeptuneDiskFullException>(() => store.Run());

        Assert.Contains("NEPTUNE_MAX_DISK_USAGE", error.Message);
        environment.Set("NEPTUNE_MAX_DISK_USAGE", "100");
        using var run = store.Run();
        run["x"] = 1;
        Assert.Equal(1, run["x"].Fetch<int>());
    }

    [Fact]
    public void A_disk_that_is_fuller_than_allowed_is_one_warning_when_that_is_wanted_and_nothing_is_written()
    {
        const int Points = 200_000;
        environment.Set("NEPTUNE_MAX_DISK_USAGE", "0.000001");
        environment.Set("NEPTUNE_RAISE_ERROR_ON_DISK_USAGE_EXCEEDED", "False");
        var log = new CollectingLogger();

        using var run = store.Run(with: options => options.Logger = log);
        run["x"] = 1;
        run["file"].Upload(NeptuneFile.FromText("content"));
        for (var i = 0; i < Points; i++)
            run["loss"].Append(i);

        Assert.False(run.Exists("x"));
        Assert.False(run.Exists("file"));
        Assert.InRange(run["loss"].FetchValues<double>().Count, 1, Points - 1);
        Assert.Single(log.Messages, message => message.Contains("NEPTUNE_MAX_DISK_USAGE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NEPTUNE_ENABLE_DEFAULT_ASYNC_LAG_CALLBACK")]
    [InlineData("NEPTUNE_ENABLE_DEFAULT_ASYNC_NO_PROGRESS_CALLBACK")]
    public void A_variable_that_is_exactly_TRUE_makes_a_lagging_object_stop(string variable)
    {
        using var run = store.Run();
        environment.Set(variable, "true");
        Assert.Null(Settings.StoppingCallback(variable));

        environment.Set(variable, "TRUE");
        Settings.StoppingCallback(variable)!(run);

        Assert.Throws<NeptuneStoppedException>(() => run["x"] = 1);
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
    public void A_project_that_nobody_names_stays_the_same_when_the_folder_is_renamed_or_copied()
    {
        var (first, second) = (Path.Combine(store.Home, "first"), Path.Combine(store.Home, "second"));
        environment.Set("NEPTUNE_HOME", first);
        Run.Init(Silent()).Dispose();
        Directory.Move(first, second);
        environment.Set("NEPTUNE_HOME", second);

        using var run = Run.Init(Silent());

        Assert.Equal(("FIRST-2", "local/first"), (run.Id, run.ProjectName));
        Assert.Equal("local/first", StoreLocation.Find(second).DefaultProject.ToString());
    }

    [Fact]
    public void A_store_of_somebody_else_is_used_only_when_it_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Gives a folder away, which takes root on Linux: run `sudo dotnet test`.");
        Directory.CreateDirectory(store.Folder);
        using (var chown = Process.Start("chown", ["65534", store.Folder]))
            chown.WaitForExit();

        var error = Assert.Throws<NeptuneStoreException>(() => StoreLocation.Nearest(Directory.CreateDirectory(Path.Combine(store.Home, "below")).FullName));
        environment.Set("NEPTUNE_HOME", store.Home);

        Assert.Contains($"belongs to user 65534 and not to you. If you trust it, name it: set NEPTUNE_HOME to {store.Home}", error.Message);
        Assert.Equal(store.Folder, StoreLocation.Find().Folder);
        environment.Set("SUDO_UID", "65534");
        Assert.Equal(store.Folder, StoreLocation.Nearest(store.Home).Folder);
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
