namespace Neptune.Tests.Objects;

public sealed class TrashTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void Runs_are_trashed_restored_and_deleted_by_their_project()
    {
        store.Run().Dispose();
        store.Run().Dispose();
        using var project = store.ProjectObject();

        project.TrashObjects("CLS-1");
        Assert.Equal(["CLS-2"], project.FetchRunsTable().Select(row => row.Id));
        Assert.Equal(["CLS-1"], project.FetchRunsTable(new() { Trashed = true }).Select(row => row.Id));

        project.RestoreObjects("CLS-1");
        Assert.Equal(2, project.FetchRunsTable().Count());

        project.TrashObjects("CLS-1", "CLS-2");
        project.DeleteObjects("CLS-1");
        Assert.Throws<NeptuneNotFoundException>(() => store.ReadOnly("CLS-1"));
        Assert.Throws<NeptuneNotFoundException>(() => project.RestoreObjects("CLS-1"));
    }

    [Fact]
    public void What_is_not_in_the_trash_or_not_ours_to_write_is_refused()
    {
        store.Run().Dispose();
        using var project = store.ProjectObject();
        using var reader = Project.Init(store.Quiet(new ProjectOptions(), ConnectionMode.ReadOnly));

        Assert.Throws<NeptuneOptionsException>(() => project.DeleteObjects("CLS-1"));
        Assert.Throws<NeptuneReadOnlyException>(() => reader.TrashObjects("CLS-1"));
    }

    [Fact]
    public void Clearing_the_trash_deletes_what_is_in_it_and_nothing_else()
    {
        store.Run().Dispose();
        store.Run().Dispose();
        store.Model("FOREST").Dispose();
        store.Version("CLS-FOREST").Dispose();
        using var project = store.ProjectObject();
        project.TrashObjects("CLS-1", "CLS-FOREST");

        var deleted = project.ClearTrash();

        Assert.Equal(["CLS-1", "CLS-FOREST", "CLS-FOREST-1"], deleted.Order(StringComparer.Ordinal));
        Assert.Equal(["CLS-2"], project.FetchRunsTable().Select(row => row.Id));
        Assert.Empty(project.ClearTrash());
        Assert.Throws<NeptuneNotFoundException>(() => store.Version("CLS-FOREST"));
    }

    [Fact]
    public void A_deleted_project_is_gone_and_its_name_and_key_are_free()
    {
        store.Run(with: options => options.Name = "old").Dispose();
        using (var other = Run.Init(Quiet("ml-team/other")))
            other["x"] = 1;

        Project.DeleteProject(store.Quiet(new ProjectOptions { Name = TemporaryStore.Project }));

        using var opened = store.Open();
        Assert.Equal(["ml-team/other"], opened.ListProjects().Select(project => project.Name.ToString()));
        Assert.Equal("OTHER-1", Assert.Single(opened.List(ObjectKind.Run)).SysId);
        using var again = store.Run();
        Assert.Equal("CLS-1", again.Id);
        Assert.False(again.Exists("sys/name"));
    }

    [Fact]
    public void A_project_that_is_written_to_or_not_named_is_not_deleted()
    {
        using var run = store.Run();

        var inUse = Assert.Throws<NeptuneOptionsException>(() => Project.DeleteProject(store.Quiet(new ProjectOptions { Name = TemporaryStore.Project })));
        var unnamed = Assert.Throws<NeptuneOptionsException>(() => Project.DeleteProject(new() { StorePath = store.Home }));
        var unknown = Assert.Throws<NeptuneNotFoundException>(() => Project.DeleteProject(store.Quiet(new ProjectOptions { Name = "ml-team/none" })));

        Assert.Contains("CLS-1 of ml-team/classification is being written to", inUse.Message);
        Assert.Contains("Give Name", unnamed.Message);
        Assert.Contains("ml-team/none", unknown.Message);
        Assert.Equal("CLS-1", store.ReadOnly("CLS-1").Id);
    }

    private RunOptions Quiet(string project)
    {
        var options = store.Quiet(new RunOptions { CaptureStdout = false, CaptureStderr = false, CaptureHardwareMetrics = false, GitRef = GitRef.Disabled, SourceFiles = [] });
        options.Project = project;
        return options;
    }

    public void Dispose() => store.Dispose();
}
