using System.Globalization;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Parts that several sections have.</summary>
internal static class Html
{
    public const string Number = "number";

    private const int LongestLine = 24;

    /// <summary>As many as the style and the script have.</summary>
    private const int ColorCount = 8;

    /// <summary>A table that scrolls by itself where the window is narrow, also by keyboard.</summary>
    public static void BeginTable(HtmlWriter html, string caption, IEnumerable<string> header)
    {
        html.Write($"<div class=\"scroll\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table>\n<caption>{caption}</caption>\n<thead><tr>");
        foreach (var name in header)
            html.Write($"<th scope=\"col\">{name}</th>");
        html.Write($"</tr></thead>\n<tbody>\n");
    }

    public static void EndTable(HtmlWriter html) => html.Write($"</tbody></table></div>\n");

    /// <summary>What is opened by whoever wants to see it.</summary>
    public static void Folded(HtmlWriter html, string summary, Action write, bool isOpen = false)
    {
        html.Write($"<details");
        html.WriteTrusted(isOpen ? " open" : "");
        html.Write($"><summary>{summary}</summary>\n");
        write();
        html.Write($"</details>\n");
    }

    /// <summary>The classes of the colour in which charts show an object.</summary>
    public static string SwatchOf(int place) => string.Create(CultureInfo.InvariantCulture, $"swatch c{place % ColorCount}");

    /// <summary>How a cell is laid out: numbers to the right, and nothing that is short in two lines.</summary>
    public static string ClassOf(string cell) => IsNumber(cell) ? Number : TextClassOf(cell);

    /// <summary>The same for columns that have more than numbers.</summary>
    public static string TextClassOf(string cell) => cell.Length <= LongestLine ? "short" : "text";

    public static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
