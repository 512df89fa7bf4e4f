using System.Globalization;
using System.Text;
using LibGit2Sharp;
using Neptune.Secrets;

namespace Neptune.Capture;

/// <summary>
/// Records the commit that is checked out, and what the working tree has beyond it. Read with libgit2: it needs no git on the
/// machine and, unlike git, runs none of the programs that a repository's configuration may name.
/// </summary>
internal static class GitCapture
{
    public const string RefPath = "source_code/git";
    public const string DiffPath = "source_code/diff";
    public const string UpstreamDiffPath = "source_code/upstream_diff_";

    private const string PatchExtension = "patch";
    private const long LargestDiff = 50_000_000;
    private const int MostRemoteBranches = 50;

    /// <exception cref="NeptuneNotFoundException">A repository is named, but is none.</exception>
    public static void Record(Run run, string? repositoryPath, bool created)
    {
        if (Find(repositoryPath) is not { } found)
            return;
        using var repository = new Repository(found);
        if (repository.Head.Tip is not { } tip)
            return;
        var changes = Changes(repository);
        if (created)
            FieldWriter.AssignGitRef(run, RefPath, Describe(repository, tip, changes.Count > 0));
        if (changes.Count > 0)
            run[DiffPath].Upload(NeptuneFile.FromText(Diff(repository, tip, changes), PatchExtension));
        if (Upstream(repository, tip) is { } upstream && upstream.Sha != tip.Sha)
            run[UpstreamDiffPath + upstream.Sha].Upload(NeptuneFile.FromText(Diff(repository, upstream, ChangesSince(repository, upstream, tip, changes)), PatchExtension));
    }

    /// <summary>The commit that is checked out in the repository around a folder; <see langword="null"/> when there is none.</summary>
    public static GitRefInfo? Describe(string folder)
    {
        if (Repository.Discover(folder) is not { } found)
            return null;
        using var repository = new Repository(found);
        return repository.Head.Tip is { } tip ? Describe(repository, tip, Changes(repository).Count > 0) : null;
    }

    /// <summary>The repository of the program, else of the current folder.</summary>
    internal static string? Find(string? repositoryPath)
    {
        if (repositoryPath is null)
            return Repository.Discover(AppContext.BaseDirectory) ?? Repository.Discover(Environment.CurrentDirectory);
        return Repository.Discover(repositoryPath)
            ?? throw new NeptuneNotFoundException($"There is no git repository at {repositoryPath}. Correct GitRef.RepositoryPath, or use GitRef.Disabled.");
    }

    internal static GitRefInfo Describe(Repository repository, Commit tip, bool dirty) => new(
        tip.Sha,
        tip.Message,
        tip.Author.Name,
        tip.Author.Email,
        tip.Committer.When,
        repository.Info.IsHeadDetached ? null : repository.Head.FriendlyName,
        [.. repository.Network.Remotes.Select(remote => SecretAddress.Remote(remote.Url))],
        dirty);

    /// <summary>The tracked files that differ from the commit, staged or not.</summary>
    private static HashSet<string> Changes(Repository repository)
    {
        if (repository.Info.IsBare)
            return [];
        var status = repository.RetrieveStatus(new StatusOptions { IncludeUntracked = false, RecurseUntrackedDirs = false });
        return [.. status.Where(entry => (entry.State & (FileStatus.NewInWorkdir | FileStatus.Ignored)) == 0).Select(entry => entry.FilePath)];
    }

    private static HashSet<string> ChangesSince(Repository repository, Commit upstream, Commit tip, HashSet<string> changes)
    {
        using var committed = repository.Diff.Compare<TreeChanges>(upstream.Tree, tip.Tree, new LibGit2Sharp.CompareOptions { Similarity = SimilarityOptions.None });
        return [.. changes, .. committed.Select(change => change.Path)];
    }

    /// <summary>A patch that <c>git apply</c> takes. Files that would make it too large are left out and named on top.</summary>
    private static string Diff(Repository repository, Commit from, HashSet<string> paths)
    {
        var text = new StringBuilder();
        var (kept, total) = (new List<string>(paths.Count), 0L);
        foreach (var (path, size) in paths.Select(path => (Path: path, Size: SizeOf(repository, from, path))).OrderBy(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            total += size;
            if (total <= LargestDiff)
                kept.Add(path);
            else
                text.Append(CultureInfo.InvariantCulture, $"left out: {path} ({size} bytes)\n");
        }
        if (kept.Count == 0)
            return text.ToString();
        var targets = repository.Info.IsBare ? DiffTargets.Index : DiffTargets.Index | DiffTargets.WorkingDirectory;
        using var patch = repository.Diff.Compare<Patch>(from.Tree, targets, kept);
        return text.Append(patch.Content).ToString();
    }

    private static long SizeOf(Repository repository, Commit from, string path)
    {
        var file = repository.Info.IsBare ? null : new FileInfo(Path.Combine(repository.Info.WorkingDirectory, path));
        return (file is { Exists: true } ? file.Length : 0) + (from[path]?.Target is Blob blob ? blob.Size : 0);
    }

    /// <summary>What others have of this branch: the branch it tracks, else the youngest commit that it shares with a branch of a remote.</summary>
    private static Commit? Upstream(Repository repository, Commit tip)
    {
        if (repository.Head.TrackedBranch?.Tip is { } tracked)
            return tracked;
        return repository.Branches.Where(branch => branch.IsRemote && branch.Tip is not null)
            .Take(MostRemoteBranches)
            .Select(branch => repository.ObjectDatabase.FindMergeBase(tip, branch.Tip))
            .Where(shared => shared is not null)
            .MaxBy(shared => shared.Committer.When);
    }
}
