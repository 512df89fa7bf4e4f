namespace Neptune.Capture.Git;

/// <summary>A repository with what is checked out of it, read by the git program or, where there is none, by libgit2.</summary>
internal abstract class WorkTree : IDisposable
{
    /// <summary>What a patch may contain of changed files, in bytes; larger ones are left out.</summary>
    public const long LargestDiff = 50_000_000;

    protected const int MostRemoteBranches = 50;

    /// <summary>The folder that holds <c>.git</c>; <see langword="null"/> for a repository without a work tree.</summary>
    public abstract string? Folder { get; }

    /// <summary>Files and folders that are neither tracked nor ignored, from its folder.</summary>
    public abstract IReadOnlyList<string> Untracked { get; }

    /// <summary>The submodules with other contents than the commit says, by their paths.</summary>
    public virtual IEnumerable<(string Path, WorkTree Tree)> ChangedSubmodules => [];

    /// <summary>What could not be told and was left out; <see langword="null"/> when it is complete.</summary>
    public virtual string? Incomplete => null;

    /// <summary>The work tree that a folder is in.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    /// <exception cref="NeptuneException">It cannot be read, or git refuses it.</exception>
    public static WorkTree? Around(string folder, CancellationToken cancellation) =>
        GitProgram.Installed is { } git ? GitWorkTree.Around(git, folder, cancellation) : LibGitWorkTree.Around(folder) is { Folder: not null } tree ? tree : null;

    /// <summary>As <see cref="Around"/>, or a repository without a work tree.</summary>
    public static WorkTree? At(string folder, CancellationToken cancellation) =>
        GitProgram.Installed is { } git ? (WorkTree?)GitWorkTree.Around(git, folder, cancellation) ?? GitWorkTree.Bare(git, folder, cancellation) : LibGitWorkTree.Around(folder);

    /// <summary>The commit that is checked out; <see langword="null"/> before the first one.</summary>
    public abstract GitRefInfo? Describe();

    /// <summary>
    /// Whether it is the repository of what lies in a folder below. One that ignores the folder is not, nor is one of the home folder or above it, as people
    /// have for their settings, unless files of the folder are in it.
    /// </summary>
    public bool Covers(string folder)
    {
        var relative = Path.GetRelativePath(Folder!, folder).Replace('\\', '/');
        return !IsOfHome() && (relative == "." || !Ignores(relative)) || Tracks(relative);
    }

    /// <summary>What others have of this branch: the branch it tracks, else the youngest commit that it shares with a branch of a remote.</summary>
    public abstract string? Upstream();

    /// <summary>Writes a patch that <c>git apply</c> takes: what the work tree has beyond a commit. Files that would make it too large are named on top.</summary>
    /// <param name="patch">Where it is written; nothing is when nothing differs.</param>
    /// <param name="since">The commit; the one that is checked out by default.</param>
    public abstract void WriteChanges(Stream patch, string? since = null);

    public virtual void Dispose()
    {
    }

    protected abstract bool Tracks(string relative);

    protected abstract bool Ignores(string relative);

    private bool IsOfHome() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
        && Path.GetRelativePath(Folder!, home) is var relative && !Path.IsPathRooted(relative) && relative.Split('/', '\\')[0] != "..";
}
