using System.Globalization;
using System.Text;
using LibGit2Sharp;
using Neptune.Secrets;

namespace Neptune.Capture.Git;

/// <summary>
/// A work tree as libgit2 sees it, which needs no git on the machine and knows less: no filters and encodings, no sparse checkout, no patches of binary files.
/// What it cannot know is left out.
/// </summary>
internal sealed class LibGitWorkTree : WorkTree
{
    private const string Advice = "Install git to have them, or use GitRef.Disabled.";

    private static readonly string[] UnknownAttributes = ["filter=", "working-tree-encoding=", "ident"];

    private readonly Repository repository;
    private readonly Lazy<(HashSet<string> Changed, List<string> Untracked, string? Incomplete)> status;

    private LibGitWorkTree(Repository repository)
    {
        this.repository = repository;
        status = new(ReadStatus);
    }

    public override string? Folder => repository.Info.IsBare ? null : Path.TrimEndingDirectorySeparator(repository.Info.WorkingDirectory);

    public override IReadOnlyList<string> Untracked => status.Value.Untracked;

    public override string? Incomplete => status.Value.Incomplete;

    public static LibGitWorkTree? Around(string folder) => Repository.Discover(folder) is { } found ? new(new Repository(found)) : null;

    public override GitRefInfo? Describe() => repository.Head.Tip is { } tip
        ? new(
            tip.Sha,
            tip.Message,
            tip.Author.Name,
            tip.Author.Email,
            tip.Committer.When,
            repository.Info.IsHeadDetached ? null : repository.Head.FriendlyName,
            [.. repository.Network.Remotes.Select(remote => SecretAddress.Remote(remote.Url))],
            status.Value.Changed.Count > 0)
        : null;

    public override string? Upstream()
    {
        if (repository.Head.TrackedBranch?.Tip is { } tracked)
            return tracked.Sha;
        return repository.Branches.Where(branch => branch.IsRemote && branch.Tip is not null)
            .Take(MostRemoteBranches)
            .Select(branch => repository.ObjectDatabase.FindMergeBase(repository.Head.Tip, branch.Tip))
            .Where(shared => shared is not null)
            .MaxBy(shared => shared.Committer.When)?
            .Sha;
    }

    public override void WriteChanges(Stream patch, string? since = null)
    {
        var from = since is null ? repository.Head.Tip : repository.Lookup<Commit>(since);
        var changed = since is null ? status.Value.Changed : Since(from);
        var (kept, total) = (new List<string>(changed.Count), 0L);
        foreach (var (path, size) in changed.Select(path => (Path: path, Size: SizeOf(from, path))).OrderBy(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            total += size;
            if (total <= LargestDiff)
                kept.Add(path);
            else
                LeaveOut(patch, path, string.Create(CultureInfo.InvariantCulture, $"{size} bytes"));
        }
        if (kept.Count == 0)
            return;
        using var changes = repository.Diff.Compare<Patch>(from?.Tree, Targets, kept);
        var text = new StringBuilder();
        foreach (var change in changes)
        {
            // What is not UTF-8 has been read as if it were.
            if (change.IsBinaryComparison || change.Patch.Contains('\uFFFD'))
                LeaveOut(patch, change.Path, "no text");
            else
                text.Append(change.Patch);
        }
        patch.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public override void Dispose()
    {
        repository.Dispose();
        base.Dispose();
    }

    protected override bool Tracks(string relative) =>
        repository.Index.Any(entry => relative == "." || entry.Path == relative || entry.Path.StartsWith(relative + "/", StringComparison.Ordinal));

    protected override bool Ignores(string relative) => repository.Ignore.IsPathIgnored(relative + "/");

    private DiffTargets Targets => Folder is null || HasUnknownAttributes() ? DiffTargets.Index : DiffTargets.Index | DiffTargets.WorkingDirectory;

    private static void LeaveOut(Stream patch, string path, string reason) => patch.Write(Encoding.UTF8.GetBytes($"left out: {path} ({reason})\n"));

    private (HashSet<string> Changed, List<string> Untracked, string? Incomplete) ReadStatus()
    {
        if (Folder is null)
            return ([], [], null);
        try
        {
            var isSparse = File.Exists(Path.Combine(repository.Info.Path, "info", "sparse-checkout"));
            var isFiltered = HasUnknownAttributes();
            var entries = repository.RetrieveStatus(new StatusOptions { RecurseUntrackedDirs = false }).Where(entry => !entry.State.HasFlag(FileStatus.Ignored)).ToList();
            var untracked = entries.Where(entry => entry.State.HasFlag(FileStatus.NewInWorkdir)).Select(entry => entry.FilePath).ToList();
            var changed = entries.Where(entry => !entry.State.HasFlag(FileStatus.NewInWorkdir)).ToList();
            var unknown = changed.RemoveAll(entry => entry.State is FileStatus.DeletedFromWorkdir && isSparse || entry.State is FileStatus.ModifiedInWorkdir && isFiltered);
            return ([.. changed.Select(entry => entry.FilePath)], untracked, unknown == 0 ? null
                : $"Without the git program nobody knows whether {unknown} files differ that are outside a sparse checkout or stored through a filter; they were left out. {Advice}");
        }
        catch (LibGit2SharpException e)
        {
            return ([], [], $"Without the git program the changes of this repository cannot be read ({e.Message}); they were left out. {Advice}");
        }
    }

    private bool HasUnknownAttributes() =>
        repository.Index.Where(entry => Path.GetFileName(entry.Path) == ".gitattributes").Select(entry => Path.Combine(Folder!, entry.Path))
            .Append(Path.Combine(repository.Info.Path, "info", "attributes"))
            .Where(File.Exists)
            .Any(file => File.ReadAllText(file) is var text && Array.Exists(UnknownAttributes, attribute => text.Contains(attribute, StringComparison.Ordinal)));

    private HashSet<string> Since(Commit upstream)
    {
        using var committed = repository.Diff.Compare<TreeChanges>(upstream.Tree, repository.Head.Tip.Tree, new LibGit2Sharp.CompareOptions { Similarity = SimilarityOptions.None });
        return [.. status.Value.Changed, .. committed.Select(change => change.Path)];
    }

    private long SizeOf(Commit? from, string path)
    {
        var file = Folder is null ? null : new FileInfo(Path.Combine(Folder, path));
        return (file is { Exists: true } ? file.Length : 0) + (from?[path]?.Target is Blob blob ? blob.Size : 0);
    }
}
