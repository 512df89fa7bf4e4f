namespace Neptune.Secrets;

/// <summary>Where the value behind a secret name ends.</summary>
internal static class SecretValue
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="isJson">The name stood in quotes.</param>
    /// <returns>The value without the quotes around it.</returns>
    public static (int Start, int End) At(string text, int start, bool isJson)
    {
        var first = start < text.Length ? text[start] : '\0';
        if (first is '"' or '\'' && Quoted(text, start + 1, first, isJson) is var quoted && (isJson || quoted + 1 >= text.Length || IsDelimiter(text[quoted + 1])))
            return (start + 1, quoted);
        var nested = first is '{' or '[' ? Nested(text, start, first, first == '{' ? '}' : ']') : start;
        if (isJson && nested > start)
            return (start, nested);
        // A part of a connection string ends with a semicolon, a setting with its line.
        var end = text.AsSpan(nested).IndexOfAny(isJson ? ",}]\r\n" : ";\r\n");
        return (start, end < 0 ? text.Length : nested + end);
    }

    private static bool IsDelimiter(char c) => char.IsWhiteSpace(c) || c is ';' or ',' or '&' or '"' or '\'' or '`' or ')' or ']' or '}' or '>';

    /// <summary>JSON escapes a quote with a backslash, a connection string by doubling it, and other settings do either.</summary>
    private static int Quoted(string text, int start, char quote, bool isJson)
    {
        for (var i = start; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && (isJson || !text.AsSpan(i + 1).StartsWith([quote, quote]));
            var isDoubled = !isJson && text.AsSpan(i).StartsWith([quote, quote]);
            if (isEscape || isDoubled)
                i++;
            else if (text[i] == quote)
                return i;
        }
        return text.Length;
    }

    private static int Nested(string text, int start, char opening, char closing)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == opening)
                depth++;
            else if (text[i] == closing && --depth == 0)
                return i + 1;
        }
        return text.Length;
    }
}
