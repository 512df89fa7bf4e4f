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

    public void Dispose() => store.Dispose();
}
