namespace Neptune.Tests.Fields;

public sealed class GitRefTests : IDisposable
{
    private static readonly GitRefInfo Git = new(
        "0123456789abcdef0123456789abcdef01234567", "Fix the löss\n\nIt was NaN.", "Ada", "ada@example.com",
        new DateTimeOffset(2030, 5, 17, 12, 0, 0, TimeSpan.FromHours(2)), "main", ["git@example.com:ada/x.git", "https://example.com/x.git"], true);

    private readonly TemporaryStore store = new();
    private readonly Run run;

    public GitRefTests() => run = store.Run();

    [Fact]
    public void A_git_ref_is_read_as_it_was_written()
    {
        FieldWriter.AssignGitRef(run, "source_code/git", Git);
        FieldWriter.AssignGitRef(run, "detached", Git with { CurrentBranch = null, Remotes = [], Dirty = false });

        var read = run["source_code/git"].Fetch<GitRefInfo>();

        Assert.Equal(Git with { Remotes = read.Remotes }, read);
        Assert.Equal(Git.Remotes, read.Remotes);
        Assert.IsType<GitRefInfo>(run["source_code/git"].Fetch<object>());
        Assert.Null(run["detached"].Fetch<GitRefInfo>().CurrentBranch);
        Assert.Equal(FieldType.GitRef, run["source_code/git"].Type);
    }

    [Fact]
    public void The_last_git_ref_wins_and_a_deleted_one_is_gone()
    {
        FieldWriter.AssignGitRef(run, "git", Git);
        FieldWriter.AssignGitRef(run, "git", Git with { Message = "newer" });

        Assert.Equal("newer", run["git"].Fetch<GitRefInfo>().Message);
        Assert.Throws<NeptuneFieldTypeException>(() => run["git"].Assign("text"));

        run.Delete("git");

        Assert.Throws<NeptuneMissingFieldException>(() => run["git"].Fetch<GitRefInfo>());
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }
}
