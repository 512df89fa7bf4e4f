using System.Globalization;

namespace Neptune.Core.Nql;

/// <summary>Makes errors that show the place in one line, whatever the query is made of.</summary>
internal static class NqlErrors
{
    private const int Around = 30;
    private const int LongestQuote = 40;

    public static NeptuneQueryException At(string query, int position, string problem)
    {
        var before = query[Math.Max(0, position - Around)..position];
        var after = query[position..Math.Min(query.Length, position + Around)];
        var place = $"{(position > Around ? "…" : "")}{before}▸{after}{(query.Length - position > Around ? "…" : "")}";
        return new(string.Create(CultureInfo.InvariantCulture, $"The query is wrong at position {position}, at the ▸ in ⟨{Printable(place)}⟩: {problem}."), position);
    }

    public static string Quote(string text) => $"\"{Printable(text.Length > LongestQuote ? text[..LongestQuote] + "…" : text)}\"";

    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) || IsLineEnd(rune.Value) ? " " : rune.ToString()));

    private static bool IsLineEnd(int rune) => rune is 0x2028 or 0x2029;
}
