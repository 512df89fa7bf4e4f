using System.Globalization;
using System.Text;
using Neptune.Secrets;

namespace Neptune.Capture.Git;

/// <summary>A work tree as the git program sees it, with its own idea of what has changed.</summary>
internal sealed class GitWorkTree : WorkTree
{
    private const char Separator = '\0';
    private const int NoneIgnored = 1;

    /// <summary>One commit with its fields parted by NUL, its message as it was written.</summary>
    private static readonly string[] CommitQuestion = ["log", "-1", "-z", "--encoding=UTF-8", "--format=%H%x00%an%x00%ae%x00%cI%x00%B"];

    private static readonly string[] Diff = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short", "--ignore-submodules=dirty"];

    /// <summary>Git looks for no repository without a work tree by itself: one may have come with the files of a stranger.</summary>
    private static readonly string[] Here = ["--git-dir=."];

    /// <summary>A path is a path, whatever signs it has.</summary>
    private static readonly string[] Literally = ["--literal-pathspecs"];

    private static GitRefInfo? lastCommit;

    private readonly GitProgram git;
    private readonly string at;
    private readonly CancellationToken cancellation;
    private readonly string? @base;
    private readonly Lazy<GitStatus> status;
    private readonly Lazy<string[]> remotes;
    private readonly Lazy<string> top;
    private string? failure;

    /// <param name="git">The program.</param>
    /// <param name="at">Where it is asked: the folder with <c>.git</c>, or the repository itself.</param>
    /// <param name="isBare">Whether it has no work tree.</param>
    /// <param name="base">What the files are compared with when it is not the commit that is checked out.</param>
    /// <param name="cancellation">Ends the program.</param>
    private GitWorkTree(GitProgram git, string at, bool isBare, string? @base, CancellationToken cancellation)
    {
        (this.git, this.at, this.@base, this.cancellation) = (git, at, @base, cancellation);
        Folder = isBare ? null : at;
        status = new(ReadStatus);
        remotes = new(() => (Ask("config", "-z", "--get-regexp", @"^remote\..*\.url$").Line() ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries));
        // Usually the folder with .git, but its settings may say otherwise.
        top = new(() => Ask("rev-parse", "--show-toplevel").Required().TrimEnd('\r', '\n'));
    }

    public override string? Folder { get; }

    public override string? Incomplete => failure is null ? null : $"What differs from the commit could not be told and was left out: {failure}";

    public override IReadOnlyList<string> Untracked => status.Value.Untracked;

    public override IEnumerable<(string Path, WorkTree Tree)> ChangedSubmodules
    {
        get
        {
            foreach (var (path, commit) in status.Value.Submodules)
            {
                // One that is new to the commit, or was never fetched, has nothing to compare with.
                var folder = Path.Combine(top.Value, path);
                if (Path.Exists(Path.Combine(folder, MarkedFolder.Mark)) && git.Ask(folder, ["cat-file", "-e", commit + "^{commit}"], cancellation: cancellation).ExitCode == 0)
                    yield return (path, new GitWorkTree(git, folder, isBare: false, commit, cancellation));
            }
        }
    }

    public static GitWorkTree? Around(GitProgram git, string folder, CancellationToken cancellation) =>
        MarkedFolder.Around(folder) is { } marked ? new(git, marked, isBare: false, @base: null, cancellation) : null;

    /// <summary>A repository without a work tree, which is only taken where it is named.</summary>
    public static GitWorkTree? Bare(GitProgram git, string folder, CancellationToken cancellation) =>
        Directory.Exists(folder) && git.Ask(folder, [.. Here, "rev-parse", "--is-bare-repository"], cancellation: cancellation).Line() == "true"
            ? new(git, folder, isBare: true, @base: null, cancellation)
            : null;

    public override GitRefInfo? Describe()
    {
        if (status.Value.Commit is not { } id)
            return null;
        // A commit does not change: what the last run of this process was told of it is still true.
        if (Volatile.Read(ref lastCommit) is not { } commit || commit.CommitId != id)
            Volatile.Write(ref lastCommit, commit = Read(Ask(CommitQuestion)));
        return commit with { CurrentBranch = status.Value.Branch, Remotes = Addresses(), Dirty = status.Value.IsDirty };
    }

    public override string? Upstream()
    {
        if (status.Value.HasUpstream && Ask("rev-parse", "--verify", "--quiet", "@{upstream}^{commit}").Line() is { } tracked)
            return tracked;
        if (remotes.Value.Length == 0)
            return null;
        var branches = Ask("for-each-ref", $"--count={MostRemoteBranches}", "--sort=-committerdate", "--format=%(objectname)", "refs/remotes").Required();
        return branches.Length == 0 ? null : Ask(["merge-base", "HEAD", .. branches.Split('\n', StringSplitOptions.RemoveEmptyEntries)]).Line();
    }

    public override void WriteChanges(Stream patch, string? since = null)
    {
        if (Folder is null || since is null && @base is null && !status.Value.IsDirty)
            return;
        var from = since ?? @base ?? status.Value.Commit ?? EmptyTree();
        var changes = GitChange.Parse(Ask([.. Diff, "--raw", "-z", "--no-abbrev", "--no-renames", from, "--"]).Required());
        var diff = new GitDiff(changes, SizesOf(changes), Filtered);
        foreach (var (path, size) in diff.LeftOut)
            patch.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"left out: {path} ({size} bytes)\n")));
        foreach (var paths in diff.Batches)
            git.Ask(at, [.. Literally, .. Diff, "--binary", "--full-index", "--find-renames", "--unified=3", "--inter-hunk-context=0", from, "--", .. paths], patch, cancellation: cancellation).Required();
    }

    protected override bool Tracks(string relative) => Ask([.. Literally, "ls-files", "--", relative]).Required().Length > 0;

    protected override bool Ignores(string relative) => git.Ask(at, ["check-ignore", "-z", "--stdin"], relative + Separator, cancellation) is var answer && answer.ExitCode != NoneIgnored && answer.Required().Length > 0;

    private GitAnswer Ask(params string[] arguments) => git.Ask(at, Folder is null ? [.. Here, .. arguments] : arguments, cancellation: cancellation);

    private string EmptyTree() => Ask("hash-object", "-t", "tree", "--stdin").Required().TrimEnd('\r', '\n');

    private static GitRefInfo Read(GitAnswer commit) => commit.Required().Split(Separator) is [var id, var author, var email, var date, var message, ..]
        ? new(id, message, author, email, DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), null, [], false)
        : throw new NeptuneException($"{commit.Question} answered what cannot be read: {commit.Text}");

    private GitStatus ReadStatus()
    {
        var answer = Folder is null ? null : Ask(GitStatus.Question);
        if (answer is { ExitCode: 0 })
            return GitStatus.Parse(answer.Text);
        // Where there is no work tree, or one that git cannot compare, there is a commit all the same.
        var commit = Ask("rev-parse", "--verify", "--quiet", "HEAD").Line();
        if (commit is null)
            answer?.Required();
        failure = answer?.Failure;
        return new(commit, Ask("symbolic-ref", "--quiet", "--short", "HEAD").Line(), HasUpstream: true, IsDirty: false, [], []);
    }

    private IReadOnlyList<string> Addresses() => [.. remotes.Value.Select(remote => SecretAddress.Remote(remote[(remote.IndexOf('\n') + 1)..]))];

    /// <summary>What each change would add to a patch at most: the old content and the new one.</summary>
    private List<long> SizesOf(IReadOnlyList<GitChange> changes)
    {
        var objects = changes.Where(change => change.Old is not null).Select(change => change.Old + "\n");
        var answers = new Queue<string>(git.Ask(at, ["cat-file", "--batch-check=%(objectsize)"], string.Concat(objects), cancellation).Required().Split('\n'));
        return [.. changes.Select(change => (change.Old is null ? 0 : long.TryParse(answers.Dequeue(), CultureInfo.InvariantCulture, out var old) ? old : 0) + NewSize(change))];
    }

    private long NewSize(GitChange change) => change.IsFile && new FileInfo(Path.Combine(top.Value, change.Path)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Which of the files git sees through a filter, as those of Git LFS: their size in the work tree says nothing.</summary>
    private HashSet<string> Filtered(IEnumerable<string> paths)
    {
        var answers = git.Ask(at, ["check-attr", "-z", "--stdin", "filter"], string.Concat(paths.Select(path => path + Separator)), cancellation).Required().Split(Separator);
        return [.. answers.Chunk(3).Where(answer => answer is [_, _, not ("unspecified" or "unset")]).Select(answer => answer[0])];
    }
}
