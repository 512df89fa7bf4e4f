namespace Neptune.Cli.Output;

/// <summary>Text from a store made fit for a table cell or a message: what would break the line or steer the terminal becomes a blank.</summary>
internal static class OneLine
{
    public static string Of(string text) => text.Any(char.IsControl)
        ? new string([.. text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)]).TrimEnd()
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
}
