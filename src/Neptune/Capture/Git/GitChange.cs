namespace Neptune.Capture.Git;

/// <summary>A file that differs between a commit and the work tree.</summary>
/// <param name="Path">Its path from the top of the work tree.</param>
/// <param name="Old">The object that the commit has; <see langword="null"/> when it has none.</param>
/// <param name="IsFile">Whether the work tree has a file there, not a link, a submodule or nothing.</param>
internal sealed record GitChange(string Path, string? Old, bool IsFile)
{
    private const string SubmoduleMode = "160000";

    /// <summary>Reads what <c>git diff --raw -z</c> prints: <c>:MODE MODE OBJECT OBJECT LETTER</c>, then the path.</summary>
    public static IReadOnlyList<GitChange> Parse(string raw)
    {
        var changes = new List<GitChange>();
        var entries = raw.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < entries.Length; i += 2)
        {
            if (entries[i].TrimStart(':').Split(' ') is [var oldMode, var mode, var old, ..])
                changes.Add(new(entries[i + 1], oldMode == SubmoduleMode || old.All(digit => digit == '0') ? null : old, mode.StartsWith("100", StringComparison.Ordinal)));
        }
        return changes;
    }
}
