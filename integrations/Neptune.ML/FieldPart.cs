namespace Neptune.ML;

/// <summary>Makes parts of field paths from names that come with the data: of classes, columns and slots.</summary>
internal static class FieldPart
{
    private const int MostCharacters = 100;
    private const string Nameless = "(empty)";

    /// <summary>The names as parts: without slashes and control characters, not empty, no two alike.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<string>(names.Count);
        foreach (var name in names)
        {
            var part = Of(name);
            var unique = part;
            for (var i = 2; !taken.Add(unique); i++)
                unique = $"{part} ({i})";
            parts.Add(unique);
        }
        return parts;
    }

    private static string Of(string name)
    {
        var clean = new string([.. name.EnumerateRunes().SelectMany(rune => rune.Value is '/' or 0xFFFD || System.Text.Rune.IsControl(rune) ? "_" : rune.ToString())]).Trim();
        return clean.Length == 0 ? Nameless : clean.Length <= MostCharacters ? clean : clean[..(char.IsHighSurrogate(clean[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }
}
