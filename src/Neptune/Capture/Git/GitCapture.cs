using LibGit2Sharp;
using Neptune.Capture.Programs;

namespace Neptune.Capture.Git;

/// <summary>Records the commit that is checked out, and what the work tree has beyond it.</summary>
internal static class GitCapture
{
    public const string Namespace = "source_code";
    public const string RefPath = Namespace + "/git";
    public const string UpstreamDiffPath = Namespace + "/upstream_diff_";

    private const string PatchExtension = "patch";
    private const int MostUntracked = 1_000;

    /// <param name="run">The run.</param>
    /// <param name="named">The repository that its options name.</param>
    /// <param name="folders">Else where to look for it, the best first.</param>
    /// <param name="created">Whether the run is new.</param>
    /// <param name="cancellation">Ends what has become useless.</param>
    /// <exception cref="NeptuneNotFoundException">A repository is named, but is none.</exception>
    /// <exception cref="NeptuneException">It cannot be read.</exception>
    public static void Record(Run run, string? named, IEnumerable<string> folders, bool created, CancellationToken cancellation) => Reading<object?>(() =>
    {
        using var tree = named is null ? Find(folders, cancellation) : WorkTree.At(named, cancellation)
            ?? throw new NeptuneNotFoundException($"There is no git repository at {named}. Correct GitRef.RepositoryPath, or use GitRef.Disabled.");
        if (tree is null)
            return null;
        var commit = tree.Describe();
        if (created && commit is not null)
            FieldWriter.AssignGitRef(run, RefPath, commit);
        RecordChanges(run, Namespace, tree);
        if (commit is not null && tree.Upstream() is { } upstream && upstream != commit.CommitId)
            Upload(run, UpstreamDiffPath + upstream, patch => tree.WriteChanges(patch, upstream));
        if (tree.Incomplete is { } incomplete)
            run.Core.Log.GitIncomplete(run.Id, incomplete);
        return null;
    });

    /// <summary>The commit that is checked out in the repository around a folder; <see langword="null"/> when there is none.</summary>
    /// <exception cref="NeptuneException">It cannot be read.</exception>
    public static GitRefInfo? Describe(string folder) => Reading(() =>
    {
        using var tree = Find([folder], CancellationToken.None);
        return tree?.Describe();
    });

    private static WorkTree? Find(IEnumerable<string> folders, CancellationToken cancellation)
    {
        foreach (var folder in folders)
        {
            if (WorkTree.Around(folder, cancellation) is not { } tree)
                continue;
            if (tree.Covers(folder))
                return tree;
            tree.Dispose();
        }
        return null;
    }

    private static void RecordChanges(Run run, string ns, WorkTree tree)
    {
        Upload(run, ns + "/diff", patch => tree.WriteChanges(patch));
        if (tree.Untracked is { Count: > 0 } untracked)
            run[ns + "/untracked"].Upload(NeptuneFile.FromText(Listed(untracked)));
        foreach (var (path, submodule) in tree.ChangedSubmodules)
            RecordChanges(run, $"{ns}/submodules/{path}", submodule);
    }

    private static string Listed(IReadOnlyList<string> paths) =>
        string.Concat(paths.Take(MostUntracked).Select(path => path + "\n")) + (paths.Count > MostUntracked ? $"and {paths.Count - MostUntracked} more\n" : "");

    /// <summary>Uploads a patch, unless it is empty. It goes through a file: it may be large.</summary>
    private static void Upload(Run run, string path, Action<Stream> write)
    {
        using var patch = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose);
        write(patch);
        if (patch.Length == 0)
            return;
        patch.Position = 0;
        run[path].Upload(NeptuneFile.FromStream(patch, PatchExtension));
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is LibGit2SharpException or DllNotFoundException or TypeInitializationException)
        {
            throw new NeptuneException($"The repository cannot be read without the git program: {Sentence.Of(e.Message)} Install git, or use GitRef.Disabled.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NeptuneException($"The repository cannot be read: {Sentence.Of(e.Message)} Mend that, or use GitRef.Disabled.", e);
        }
    }
}
