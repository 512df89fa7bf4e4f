namespace Neptune.Capture.Git;

/// <summary>What of many changes goes into one patch: all of them, or the small ones when all would be too much.</summary>
internal sealed class GitDiff
{
    /// <summary>What the paths of one question may take: systems limit a command line to 32,767 characters and more.</summary>
    private const int MostCharacters = 16_000;

    private const char Unreadable = '\uFFFD';

    /// <param name="changes">The changes.</param>
    /// <param name="sizes">What each would add at most.</param>
    /// <param name="filtered">Which of some files are stored through a filter.</param>
    public GitDiff(IReadOnlyList<GitChange> changes, IReadOnlyList<long> sizes, Func<IEnumerable<string>, HashSet<string>> filtered)
    {
        if (changes.Count == 0)
            return;
        if (sizes.Sum() <= WorkTree.LargestDiff)
        {
            Batches = [[]];
            return;
        }
        var pointers = filtered(changes.Where((change, i) => change.IsFile && sizes[i] > WorkTree.LargestDiff / changes.Count).Select(change => change.Path));
        var kept = new List<string>();
        var total = 0L;
        foreach (var (path, size) in changes.Select((change, i) => (change.Path, Size: pointers.Contains(change.Path) ? 0 : sizes[i])).OrderBy(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            total += size;
            // A name that is no text cannot be asked for either.
            if (total <= WorkTree.LargestDiff && !path.Contains(Unreadable))
                kept.Add(path);
            else
                LeftOut.Add((path, size));
        }
        Batches = [.. Parted(kept)];
    }

    public List<(string Path, long Size)> LeftOut { get; } = [];

    /// <summary>The paths to ask for, question by question; one without paths asks for everything.</summary>
    public IReadOnlyList<string[]> Batches { get; } = [];

    private static IEnumerable<string[]> Parted(List<string> paths)
    {
        var start = 0;
        var characters = 0;
        for (var i = 0; i < paths.Count; i++)
        {
            characters += paths[i].Length + 1;
            if (characters <= MostCharacters && i + 1 < paths.Count)
                continue;
            yield return [.. paths[start..(i + 1)]];
            (start, characters) = (i + 1, 0);
        }
    }
}
