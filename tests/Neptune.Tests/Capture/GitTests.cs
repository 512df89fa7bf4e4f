namespace Neptune.Tests.Capture;

public sealed class GitTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly GitRepository repository = new GitRepository().Write("train.cs", "one\ntwo\n").Write("data/rows.txt", "1\n").Commit("First version\n\nWith a body.");

    [Fact]
    public void The_commit_that_is_checked_out_is_recorded()
    {
        repository.Git("remote", "add", "origin", "https://me:secret@host.example/team/repo.git");
        repository.Git("remote", "add", "backup", "git@host.example:team/repo.git");

        using var run = Recorded();

        var git = run["source_code/git"].Fetch<GitRefInfo>();
        Assert.Equal(repository.Git("rev-parse", "HEAD"), git.CommitId);
        Assert.Equal("First version\n\nWith a body.\n", git.Message);
        Assert.Equal(("Ada", "ada@example.org", "trunk", false), (git.AuthorName, git.AuthorEmail, git.CurrentBranch, git.Dirty));
        Assert.Equal(DateTimeOffset.Parse(repository.Git("log", "-1", "--format=%cI"), System.Globalization.CultureInfo.InvariantCulture), git.CommitDate);
        Assert.Equal(["git@host.example:team/repo.git", "https://host.example/team/repo.git"], git.Remotes.Order(StringComparer.Ordinal));
        Assert.False(run.Exists("source_code/diff"));
    }

    [Fact]
    public void A_message_in_another_encoding_is_read_as_its_author_wrote_it()
    {
        var message = Path.Combine(store.Home, "message");
        File.WriteAllBytes(message, System.Text.Encoding.Latin1.GetBytes("Größe\n"));
        repository.Write("train.cs", "two\n").Git("add", "--all");
        repository.Git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "--quiet", "--file", message);

        using var run = Recorded();

        Assert.Equal("Größe\n", run["source_code/git"].Fetch<GitRefInfo>().Message);
    }

    [Fact]
    public void Uncommitted_changes_are_a_patch_that_git_applies()
    {
        repository.Write("train.cs", "one\nthree\n").Write("new.cs", "staged\n").Write("untracked.cs", "not ours\n");
        repository.Git("add", "new.cs");
        File.Delete(Path.Combine(repository.Folder, "data", "rows.txt"));

        using var run = Recorded();

        Assert.True(run["source_code/git"].Fetch<GitRefInfo>().Dirty);
        var patch = Downloaded(run, "source_code/diff");
        repository.Git("stash", "push", "--quiet");
        repository.Git("apply", patch);
        Assert.Equal("one\nthree\n", File.ReadAllText(Path.Combine(repository.Folder, "train.cs")));
        Assert.Equal("staged\n", File.ReadAllText(Path.Combine(repository.Folder, "new.cs")));
        Assert.False(Directory.Exists(Path.Combine(repository.Folder, "data")));
        Assert.DoesNotContain("not ours", File.ReadAllText(patch));
    }

    [Fact]
    public void A_branch_that_is_ahead_has_a_diff_to_what_others_have()
    {
        using var remote = new GitRepository();
        repository.Git("push", "--quiet", remote.Folder, "trunk:shared");
        repository.Git("remote", "add", "origin", remote.Folder);
        repository.Git("fetch", "--quiet", "origin");
        repository.Git("branch", "--quiet", "--set-upstream-to=origin/shared");
        var shared = repository.Git("rev-parse", "HEAD");
        repository.Write("train.cs", "one\ncommitted\n").Commit("Second").Write("data/rows.txt", "2\n");

        using var run = Recorded();

        var patch = Downloaded(run, $"source_code/upstream_diff_{shared}");
        repository.Git("checkout", "--quiet", "--force", shared);
        repository.Git("apply", patch);
        Assert.Equal(("one\ncommitted\n", "2\n"), (File.ReadAllText(Path.Combine(repository.Folder, "train.cs")), File.ReadAllText(Path.Combine(repository.Folder, "data", "rows.txt"))));
    }

    [Fact]
    public void A_detached_head_has_no_branch()
    {
        repository.Git("checkout", "--quiet", "--detach");

        using var run = Recorded();

        Assert.Null(run["source_code/git"].Fetch<GitRefInfo>().CurrentBranch);
    }

    [Fact]
    public void A_resumed_run_keeps_its_commit_and_gets_the_diff_again()
    {
        string id;
        using (var first = Run(null))
            id = first.Id;
        var commit = repository.Git("rev-parse", "HEAD");
        repository.Write("train.cs", "two\n").Commit("Second").Write("train.cs", "three\n");

        using (Run(o => o.WithId = id))
        {
        }

        using var run = store.ReadOnly(id);
        Assert.Equal(commit, run["source_code/git"].Fetch<GitRefInfo>().CommitId);
        Assert.Contains("+three", File.ReadAllText(Downloaded(run, "source_code/diff")));
    }

    [Fact]
    public void A_repository_without_commits_is_nothing_to_record()
    {
        using var empty = new GitRepository();
        var log = new CollectingLogger();

        using var run = Recorded(o => (o.GitRef, o.Logger) = (new() { RepositoryPath = empty.Folder }, log));

        Assert.False(run.Exists("source_code"));
        Assert.DoesNotContain(log.Messages, message => message.Contains("git capture", StringComparison.Ordinal));
    }

    [Fact]
    public void A_named_folder_without_repository_is_one_warning()
    {
        var log = new CollectingLogger();
        var none = Directory.CreateTempSubdirectory("neptune-none-").FullName;

        using var run = Recorded(o => (o.GitRef, o.Logger) = (new() { RepositoryPath = none }, log));

        Assert.Single(log.Messages, message => message.Contains("git capture", StringComparison.Ordinal) && message.Contains(none, StringComparison.Ordinal));
        Directory.Delete(none);
    }

    [Fact]
    public void A_damaged_repository_does_not_disturb_the_run()
    {
        File.WriteAllText(Path.Combine(repository.Folder, ".git", "HEAD"), "garbage");
        var log = new CollectingLogger();

        using var run = Recorded(o => o.Logger = log);

        Assert.False(run.Exists("source_code"));
        Assert.Single(log.Messages, message => message.Contains("git capture", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        repository.Dispose();
        store.Dispose();
    }

    private Run Run(Action<RunOptions>? with) => store.Run(with: o =>
    {
        o.GitRef = new() { RepositoryPath = Path.Combine(repository.Folder, "data") };
        with?.Invoke(o);
    });

    /// <summary>A run that was recorded, stopped and opened again.</summary>
    private Run Recorded(Action<RunOptions>? with = null)
    {
        var run = Run(with);
        run.Stop();
        return store.ReadOnly(run.Id);
    }

    private string Downloaded(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid() + ".patch");
        run[path].Download(file);
        return file;
    }
}
