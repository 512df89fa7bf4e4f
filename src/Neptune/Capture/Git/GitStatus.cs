namespace Neptune.Capture.Git;

/// <summary>What <c>git status --porcelain=v2 --branch -z</c> tells.</summary>
/// <param name="Commit">The commit that is checked out; <see langword="null"/> before the first one.</param>
/// <param name="Branch">The branch that is checked out; <see langword="null"/> when the head is detached.</param>
/// <param name="HasUpstream">Whether the branch tracks another one.</param>
/// <param name="IsDirty">Whether tracked files differ from the commit, staged or not.</param>
/// <param name="Untracked">Files and folders that git neither tracks nor ignores.</param>
/// <param name="Submodules">The submodules that have other contents than the commit says, with the commit that it says.</param>
internal sealed record GitStatus(string? Commit, string? Branch, bool HasUpstream, bool IsDirty, IReadOnlyList<string> Untracked, IReadOnlyList<(string Path, string Commit)> Submodules)
{
    public static readonly string[] Question = ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=normal", "--ignore-submodules=untracked"];

    private const char Header = '#';
    private const string None = "(initial)";
    private const string Detached = "(detached)";

    public static GitStatus Parse(string text)
    {
        var isDirty = false;
        var (headers, untracked, submodules) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>(), new List<(string, string)>());
        var entries = text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry[0] is Header)
            {
                if (entry.Split(' ', 3) is [_, var name, var value])
                    headers[name] = value;
                continue;
            }
            if (entry[0] is '?')
            {
                untracked.Add(entry[2..]);
                continue;
            }
            isDirty = true;
            // 1 XY SUBMODULE mode mode mode COMMIT object PATH; a rename has the old path behind, and a conflict is no submodule of ours.
            if (entry[0] is '2')
                i++;
            if (entry[0] is '1' && entry.Split(' ', 9) is [_, _, ['S', ..], _, _, _, var commit, _, var path])
                submodules.Add((path, commit));
        }
        return new(Known("branch.oid", None), Known("branch.head", Detached), headers.ContainsKey("branch.upstream"), isDirty, untracked, submodules);

        string? Known(string header, string unknown) => headers.GetValueOrDefault(header) is { } value && value != unknown ? value : null;
    }
}
