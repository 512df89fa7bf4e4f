namespace Neptune.Cli.Output;

/// <summary>Text from a store made fit for a table cell or a message: what would break the line or steer the terminal becomes a blank.</summary>
internal static class OneLine
{
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    public static string Of(string text) => text.Any(Breaks)
        ? new string([.. text.ReplaceLineEndings(" ").Select(c => Breaks(c) ? ' ' : c)]).TrimEnd()
        : text;

    /// <summary>The same, cut to a length.</summary>
    public static string Of(string text, int maxLength)
    {
        var line = Of(text);
        if (line.Length <= maxLength)
            return line;
        var end = char.IsHighSurrogate(line[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return $"{line.AsSpan(0, end)}…";
    }

    private static bool Breaks(char c) => Steering.Is(c) || c is LineSeparator or ParagraphSeparator;
}
