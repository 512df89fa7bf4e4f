namespace Neptune.Cli.Comparing;

/// <summary>Of long texts, the places where they begin to differ: equal beginnings say nothing.</summary>
internal static class Excerpt
{
    /// <summary>Texts up to this length are shown whole.</summary>
    private const int Short = 60;

    private const int Before = 16;
    private const int After = 40;

    /// <summary>The texts, those that are long cut to where they differ from another one.</summary>
    public static IReadOnlyList<string?> Of(IReadOnlyList<string?> texts) => [.. texts.Select(text => text is { Length: > Short } ? Of(text, texts) : text)];

    private static string Of(string text, IReadOnlyList<string?> texts)
    {
        var places = texts.OfType<string>().Where(other => other != text).Select(other => text.AsSpan().CommonPrefixLength(other)).Distinct().Order();
        var shown = "";
        var end = 0;
        foreach (var place in places.DefaultIfEmpty(0))
        {
            var from = Math.Max(end, Boundary(text, place - Before));
            var to = Boundary(text, Math.Max(place + After, from));
            shown += (from > end ? "…" : "") + text[from..to];
            end = to;
        }
        return end < text.Length ? $"{shown}…" : shown;
    }

    /// <summary>A place between two characters, near to one that may be within a pair of surrogates or outside of the text.</summary>
    private static int Boundary(string text, int at)
    {
        var within = Math.Clamp(at, 0, text.Length);
        return within > 0 && within < text.Length && char.IsSurrogatePair(text, within - 1) ? within - 1 : within;
    }
}
