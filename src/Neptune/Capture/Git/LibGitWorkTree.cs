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

    private const int MostNamed = 10;

    /// <summary>Nothing that the settings of a user or a repository may change, as far as it can be said.</summary>
    private static readonly LibGit2Sharp.CompareOptions Plainly = new() { Similarity = SimilarityOptions.None, ContextLines = 3, InterhunkLines = 0 };

    private readonly Repository repository;
    private readonly Lazy<FilteredFiles> filters;
    private readonly Lazy<(HashSet<string> Changed, HashSet<string> Unknown, List<string> Untracked, string? Incomplete)> status;

    private LibGitWorkTree(Repository repository)
    {
        this.repository = repository;
        filters = new(() => new(repository));
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
        // What is stored through a filter has been found as it is in the index; the file itself is not what would be stored.
        var filtered = Folder is null ? [.. kept] : filters.Value.Among(kept.Where(path => File.Exists(Path.Combine(Folder, path))));
        var text = new StringBuilder();
        Write(patch, text, from, DiffTargets.Index, [.. kept.Where(filtered.Contains)]);
        Write(patch, text, from, DiffTargets.Index | DiffTargets.WorkingDirectory, [.. kept.Where(path => !filtered.Contains(path))]);
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

    private void Write(Stream patch, StringBuilder text, Commit? from, DiffTargets targets, List<string> paths)
    {
        if (paths.Count == 0)
            return;
        using var changes = repository.Diff.Compare<Patch>(from?.Tree, targets, paths, explicitPathsOptions: null, Plainly);
        foreach (var change in changes)
        {
            // What is not UTF-8 has been read as if it were.
            if (change.IsBinaryComparison || change.Patch.Contains('\uFFFD'))
                LeaveOut(patch, change.Path, "no text");
            else
                text.Append(Applicable(change.Patch));
        }
    }

    /// <summary>The patch of one file with the prefixes that <c>git apply</c> expects: libgit2 takes those that the settings say.</summary>
    private string Applicable(string patch)
    {
        const string First = "diff --git ";
        const string Nothing = "/dev/null";
        var end = patch.IndexOf("\n@@ ", StringComparison.Ordinal);
        var header = (end < 0 ? patch : patch[..end]).Split('\n');
        // Without renames, both names are the same but for the prefix, of one letter if any.
        var names = header[0][First.Length..];
        var quote = names[0] == '"' ? "\"" : "";
        var name = names[((names.Length / 2) + 1 + quote.Length + (HasPrefixes ? 2 : 0))..^quote.Length];
        for (var i = 0; i < header.Length; i++)
        {
            header[i] = header[i] switch
            {
                var line when i == 0 => $"{First}{quote}a/{name}{quote} {quote}b/{name}{quote}",
                var line when line.StartsWith("--- ", StringComparison.Ordinal) && line[4..] != Nothing => $"--- {quote}a/{name}{quote}{Tab(line)}",
                var line when line.StartsWith("+++ ", StringComparison.Ordinal) && line[4..] != Nothing => $"+++ {quote}b/{name}{quote}{Tab(line)}",
                var line => line,
            };
        }
        return string.Join('\n', header) + (end < 0 ? "" : patch[end..]);

        // It ends a name with blanks.
        static string Tab(string line) => line[^1] == '\t' ? "\t" : "";
    }

    private bool HasPrefixes => !repository.Config.GetValueOrDefault("diff.noprefix", false);

    private static void LeaveOut(Stream patch, string path, string reason) => patch.Write(Encoding.UTF8.GetBytes($"left out: {path} ({reason})\n"));

    private (HashSet<string> Changed, HashSet<string> Unknown, List<string> Untracked, string? Incomplete) ReadStatus()
    {
        if (Folder is null)
            return ([], [], [], null);
        try
        {
            var isSparse = File.Exists(Path.Combine(repository.Info.Path, "info", "sparse-checkout"));
            var entries = repository.RetrieveStatus(new StatusOptions { RecurseUntrackedDirs = false, DetectRenamesInIndex = false, DetectRenamesInWorkDir = false }).Where(entry => !entry.State.HasFlag(FileStatus.Ignored)).ToList();
            var untracked = entries.Where(entry => entry.State.HasFlag(FileStatus.NewInWorkdir)).Select(entry => entry.FilePath).ToList();
            var changed = entries.Where(entry => !entry.State.HasFlag(FileStatus.NewInWorkdir)).ToList();
            var away = changed.Where(entry => isSparse && entry.State.HasFlag(FileStatus.DeletedFromWorkdir)).Select(entry => entry.FilePath).ToList();
            var filtered = filters.Value.Among(changed.Where(entry => (entry.State & (FileStatus.ModifiedInWorkdir | FileStatus.TypeChangeInWorkdir)) != 0).Select(entry => entry.FilePath));
            HashSet<string> unknown = [.. away, .. filtered];
            string?[] reasons = [Reason(away, "outside a sparse checkout"), Reason([.. filtered.Order(StringComparer.Ordinal)], "stored through a filter, an encoding or ident")];
            return ([.. changed.Select(entry => entry.FilePath).Where(path => !unknown.Contains(path))], unknown, untracked, unknown.Count == 0 ? null
                : $"Without the git program nobody knows {string.Join(" and ", reasons.OfType<string>())}; they were left out. {Advice}");
        }
        catch (LibGit2SharpException e)
        {
            return ([], [], [], $"Without the git program the changes of this repository cannot be read ({e.Message}); they were left out. {Advice}");
        }
    }

    private static string? Reason(List<string> paths, string what) => paths.Count == 0 ? null
        : $"whether {paths.Count} files differ that may be {what} ({string.Join(", ", paths.Take(MostNamed))}{(paths.Count > MostNamed ? ", …" : "")})";

    private HashSet<string> Since(Commit upstream)
    {
        using var committed = repository.Diff.Compare<TreeChanges>(upstream.Tree, repository.Head.Tip.Tree, Plainly);
        return [.. status.Value.Changed, .. committed.Select(change => change.Path).Where(path => !status.Value.Unknown.Contains(path))];
    }

    private long SizeOf(Commit? from, string path)
    {
        var file = Folder is null ? null : new FileInfo(Path.Combine(Folder, path));
        return (file is { Exists: true } ? file.Length : 0) + (from?[path]?.Target is Blob blob ? blob.Size : 0);
    }
}
