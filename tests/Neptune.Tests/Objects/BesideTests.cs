namespace Neptune.Tests.Objects;

public sealed class BesideTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void An_object_opened_beside_another_is_in_its_store_project_and_mode()
    {
        var home = Directory.CreateDirectory(Path.Combine(store.Home, "50% #1 ü")).FullName;
        using var run = store.Run(ConnectionMode.Sync, o => o.StorePath = home);

        using var project = Project.Init(new() { Beside = run });
        using var model = Model.Init(new() { Key = "FOREST", Beside = project });
        using var version = ModelVersion.Init(new() { Model = model.Id, Beside = model });

        Assert.Equal("CLS-FOREST-1", version.Id);
        Assert.All((NeptuneObject[])[project, model, version], opened =>
            Assert.Equal((run.ProjectName, ConnectionMode.Sync, run.Url.LocalPath), (opened.ProjectName, opened.Mode, opened.Url.LocalPath)));
    }

    [Fact]
    public void Options_win_over_what_an_object_is_opened_beside()
    {
        using var run = store.Run();
        run["x"] = 1;
        run.Wait();

        using var other = Project.Init(new() { Name = "ml-team/other", Beside = run, StorePath = store.Home, Mode = ConnectionMode.Sync });
        using var reader = Run.Init(new() { WithId = run.Id, Beside = run, Mode = ConnectionMode.ReadOnly });

        Assert.Equal(("ml-team/other", ConnectionMode.Sync, run.Url.LocalPath), (other.ProjectName, other.Mode, other.Url.LocalPath));
        Assert.Equal((ConnectionMode.ReadOnly, 1), (reader.Mode, reader["x"].Fetch<int>()));
    }

    [Fact]
    public void Messages_go_where_those_of_the_neighbour_go()
    {
        var log = new CollectingLogger();
        using var run = store.Run(with: o => o.Logger = log);

        using (var again = Run.Init(new() { WithId = run.Id, Beside = run, CaptureHardwareMetrics = false, CaptureStdout = false, CaptureStderr = false, Mode = ConnectionMode.Async }))
            again["x"] = 1;

        Assert.Contains(log.Messages, message => message.StartsWith($"{run.Id} is at", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_opened_beside_a_stopped_object_is_where_that_was()
    {
        var run = store.Run();
        run.Stop();

        using var project = Project.Init(new() { Beside = run });

        Assert.Equal((run.ProjectName, run.Url.LocalPath), (project.ProjectName, project.Url.LocalPath));
    }

    [Fact]
    public void Beside_an_object_of_debug_mode_is_the_store_of_debug_mode_for_readers_too()
    {
        using var run = store.Run(ConnectionMode.Debug);
        run["x"] = 1;
        run.Wait();

        using var reader = Run.Init(new() { WithId = run.Id, Beside = run, Mode = ConnectionMode.ReadOnly });
        using var project = Project.Init(new() { Beside = reader, Mode = ConnectionMode.Debug });

        Assert.Equal(1, reader["x"].Fetch<int>());
        Assert.Throws<NeptuneReadOnlyException>(() => reader["x"] = 2);
        Assert.Equal((run.Url.LocalPath, run.ProjectName), (project.Url.LocalPath, project.ProjectName));
        Assert.False(Directory.Exists(store.Folder));
    }

    [Fact]
    public void Two_stores_at_once_are_an_error_that_names_both()
    {
        using var run = store.Run();
        var elsewhere = Path.Combine(store.Home, "elsewhere");

        var error = Assert.Throws<NeptuneOptionsException>(() => Project.Init(new() { Beside = run, StorePath = elsewhere }));

        Assert.Equal($"StorePath is \"{elsewhere}\", but CLS-1, which Beside gives, is in {store.Folder}. Leave one of the two out.", error.Message);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Theory]
    [InlineData(ConnectionMode.Async, ConnectionMode.Debug)]
    [InlineData(ConnectionMode.ReadOnly, ConnectionMode.Debug)]
    [InlineData(ConnectionMode.Offline, ConnectionMode.Debug)]
    [InlineData(ConnectionMode.Debug, ConnectionMode.Async)]
    [InlineData(ConnectionMode.Debug, ConnectionMode.Offline)]
    public void A_mode_that_writes_to_another_store_than_the_neighbours_is_an_error(ConnectionMode ofNeighbour, ConnectionMode asked)
    {
        store.Run().Dispose();
        using var run = store.Run(ofNeighbour, o => o.WithId = ofNeighbour == ConnectionMode.ReadOnly ? "CLS-1" : null);

        var error = Assert.Throws<NeptuneOptionsException>(() => Project.Init(new() { Beside = run, Mode = asked }));

        Assert.StartsWith($"Mode is {asked}, but {run.Id}, which Beside gives, is in ", error.Message);
    }
}
