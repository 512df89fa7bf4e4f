namespace Neptune;

/// <summary>Turns paths and values into nested dictionaries.</summary>
internal static class Nesting
{
    public static Dictionary<string, TValue> Of<TValue>(IEnumerable<(string Path, TValue Value)> leaves)
        where TValue : class?
    {
        var root = new Dictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var (path, value) in leaves)
        {
            var parts = path.Split('/');
            var at = root;
            foreach (var part in parts.AsSpan(0, parts.Length - 1))
            {
                if (!at.TryGetValue(part, out var below))
                {
                    below = (TValue)(object)new Dictionary<string, TValue>(StringComparer.Ordinal);
                    at.Add(part, below);
                }
                at = (Dictionary<string, TValue>)(object)below!;
            }
            at[parts[^1]] = value;
        }
        return root;
    }
}
