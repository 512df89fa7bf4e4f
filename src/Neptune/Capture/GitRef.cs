namespace Neptune;

/// <summary>Which git repository a run records in <c>source_code/git</c>.</summary>
public sealed class GitRef
{
    /// <summary>Records no repository and no diff.</summary>
    public static GitRef Disabled { get; } = new() { IsDisabled = true };

    /// <summary>The repository, or a folder inside it. Default: that of the program's sources, else that of the current folder.</summary>
    public string? RepositoryPath { get; init; }

    internal bool IsDisabled { get; private init; }
}
