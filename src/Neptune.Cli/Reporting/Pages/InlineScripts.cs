namespace Neptune.Cli.Reporting.Pages;

/// <summary>Finds the scripts that stand in an HTML page, as a browser takes them. One that is not found does not run: that is the safe side.</summary>
internal static class InlineScripts
{
    private const string Begin = "<script";
    private const string End = "</script";

    public static IEnumerable<string> Of(string html)
    {
        // What a browser hashes has the line ends of a parsed page.
        var page = html.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var at = page.IndexOf(Begin, StringComparison.OrdinalIgnoreCase); at >= 0; at = page.IndexOf(Begin, at, StringComparison.OrdinalIgnoreCase))
        {
            var begin = page.IndexOf('>', at) + 1;
            var end = begin > 0 ? page.IndexOf(End, begin, StringComparison.OrdinalIgnoreCase) : -1;
            if (end < 0)
                yield break;
            if (end > begin)
                yield return page[begin..end];
            at = end + End.Length;
        }
    }
}
