namespace Neptune.Tests.Capture;

/// <summary>Which repository is that of a folder.</summary>
public sealed class RepositoryRuleTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly GitRepository repository = new GitRepository().Write(".profile", "x\n").Write(".gitignore", "scratch/\n").Commit("First");

    [Fact]
    public void The_one_around_it() => Assert.Equal(repository.Head, Found("app/src", home: store.Home));

    [Fact]
    public void Not_one_that_ignores_it() => Assert.Equal("none", Found("scratch/app", home: store.Home));

    [Fact]
    public void Not_one_of_the_home_folder_that_has_nothing_of_it() => Assert.Equal("none", Found("app/src", home: repository.Folder));

    [Fact]
    public void Not_one_above_the_home_folder() => Assert.Equal("none", Found("home/me/app", home: repository.PathOf("home/me")));

    [Fact]
    public void One_of_the_home_folder_that_tracks_files_of_it()
    {
        repository.Write("app/src/train.cs", "x\n").Commit("Second");

        Assert.Equal(repository.Head, Found("app/src", home: repository.Folder));
        Assert.Equal(repository.Head, Found("app", home: repository.Folder));
        Assert.Equal("none", Found("other", home: repository.Folder));
    }

    [Fact]
    public void One_that_tracks_files_of_it_although_it_ignores_others()
    {
        repository.Write("scratch/train.cs", "x\n").Git("add", "--force", "scratch/train.cs");
        repository.Commit("Second");

        Assert.Equal(repository.Head, Found("scratch", home: store.Home));
    }

    public void Dispose()
    {
        repository.Dispose();
        store.Dispose();
    }

    private string Found(string folder, string home)
    {
        var path = Directory.CreateDirectory(repository.PathOf(folder)).FullName;
        var withGit = Child.RunToEnd(store.Home, new Dictionary<string, string?> { ["HOME"] = home, ["USERPROFILE"] = home }, "capture-git", "find:" + path);
        var without = Child.RunToEnd(store.Home, new Dictionary<string, string?> { ["HOME"] = home, ["USERPROFILE"] = home, ["PATH"] = "/nowhere" }, "capture-git", "find:" + path);
        Assert.Equal(withGit, without);
        return withGit.Output;
    }
}
