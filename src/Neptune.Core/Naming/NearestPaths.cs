namespace Neptune.Core;

/// <summary>Of paths that exist, those that somebody may have meant who wrote one that does not. Bounded, however many paths it is shown.</summary>
internal sealed class NearestPaths(string asked)
{
    private const int Most = 3;
    private const int MostChildren = 5;

    /// <summary>How much further a path is whose end is near: of two, the whole path is meant.</summary>
    private const double OfEnd = 0.5;

    private readonly int limit = asked.Length <= 3 ? 1 : Math.Max(2, asked.Length / 3);
    private readonly int depth = asked.Count(c => c == '/') + 1;
    private readonly List<(double Distance, string Path)> nearest = [];
    private readonly SortedSet<string> children = new(StringComparer.Ordinal);

    /// <summary>What there is instead, as a sentence that begins with a blank; empty when nothing is near.</summary>
    public string Hint => children.Count > 0
        ? $" It is a namespace, with {string.Join(", ", children.Take(MostChildren))}{(children.Count > MostChildren ? ", …" : "")}."
        : Question;

    /// <summary>The same of names that are no namespaces.</summary>
    public string Question => nearest.Count > 0 ? $" Did you mean {Listed([.. AsNear.Select(found => $"\"{found.Path}\"")])}?" : "";

    /// <summary>Those that are about as near as the nearest.</summary>
    private IEnumerable<(double Distance, string Path)> AsNear => nearest.Where(found => found.Distance < nearest[0].Distance + 1);

    public static NearestPaths Of(string asked, IEnumerable<string> paths)
    {
        var found = new NearestPaths(asked);
        foreach (var path in paths)
            found.Consider(path);
        return found;
    }

    public void Consider(string path)
    {
        if (path.Length > asked.Length && FieldPath.IsWithin(path, asked))
            AddChild(path);
        else if (Math.Min(EditDistance.Of(asked, path, limit), EditDistance.Of(asked, End(path), limit) + OfEnd) is var distance && distance < limit + 1)
            Add((distance, path));
    }

    /// <summary>Forgets what was found and does not exist after all.</summary>
    public void Keep(Func<string, bool> exists) => nearest.RemoveAll(found => !exists(found.Path));

    private void Add((double Distance, string Path) found)
    {
        var at = nearest.BinarySearch(found, Comparer<(double Distance, string Path)>.Create(
            (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Path, b.Path)));
        if (at >= 0)
            return;
        nearest.Insert(~at, found);
        if (nearest.Count > Most)
            nearest.RemoveAt(Most);
    }

    private void AddChild(string path)
    {
        var end = path.IndexOf('/', asked.Length + 1);
        children.Add(end < 0 ? path : path[..end]);
        if (children.Count > MostChildren + 1)
            children.Remove(children.Max!);
    }

    /// <summary>The last parts of a path, as many as were asked for: people leave namespaces out.</summary>
    private ReadOnlySpan<char> End(string path)
    {
        var at = path.Length;
        for (var parts = 0; parts < depth && at > 0; parts++)
            at = path.LastIndexOf('/', at - 1);
        return path.AsSpan(at + 1);
    }

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
