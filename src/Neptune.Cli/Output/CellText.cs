using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Neptune.Cli.Output;

/// <summary>Text by the cells that it takes on a terminal: none for a combining mark, two for an ideograph.</summary>
internal static class CellText
{
    private const string Ellipsis = "…";

    public static int WidthOf(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - WidthOf(text)));

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Cut(string text, int width) => WidthOf(text) <= width ? text : Beginning(text, width - 1) + Ellipsis;

    /// <summary>The text in lines, parted between words where there are any.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var rest = text;
        while (WidthOf(rest) > width)
        {
            var line = Beginning(rest, width);
            if (line.Length == 0)
                line = StringInfo.GetNextTextElement(rest);
            var blank = rest[line.Length] == ' ' ? line.Length : line.LastIndexOf(' ');
            var end = blank > 0 ? blank : line.Length;
            yield return rest[..end];
            rest = rest[end..].TrimStart(' ');
        }
        yield return rest;
    }

    private static string Beginning(string text, int width)
    {
        var end = 0;
        for (var left = width; end < text.Length; )
        {
            var next = StringInfo.GetNextTextElement(text, end);
            left -= WidthOf(next);
            if (left < 0)
                break;
            end += next.Length;
        }
        return text[..end];
    }
}
