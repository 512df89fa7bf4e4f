namespace Neptune;

/// <summary>The state of the source code behind an object: what a git ref field holds, such as <c>source_code/git</c>.</summary>
/// <param name="CommitId">The SHA-1 of the commit, 40 hex digits.</param>
/// <param name="Message">The message of the commit.</param>
/// <param name="AuthorName">Who wrote the commit.</param>
/// <param name="AuthorEmail">The author's address.</param>
/// <param name="CommitDate">When the commit was made.</param>
/// <param name="CurrentBranch">The branch that is checked out; <see langword="null"/> when the head is detached.</param>
/// <param name="Remotes">The URLs of the remotes.</param>
/// <param name="Dirty">Whether the working tree had changes that no commit has.</param>
public sealed record GitRefInfo(
    string CommitId,
    string Message,
    string AuthorName,
    string AuthorEmail,
    DateTimeOffset CommitDate,
    string? CurrentBranch,
    IReadOnlyList<string> Remotes,
    bool Dirty);
