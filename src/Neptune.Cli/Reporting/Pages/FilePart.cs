using System.Globalization;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>All files, with the command that gets each.</summary>
internal static class FilePart
{
    public static void Write(Report report, HtmlWriter html) => Html.Folded(
        html,
        string.Create(CultureInfo.InvariantCulture, $"{report.Files.Count:N0} file{(report.Files.Count == 1 ? "" : "s")}, {ByteSize.Of(report.Files.Sum(file => file.Size))}"),
        () => WriteTable(report, html),
        isOpen: report.Files.Any(file => file.Note.Length > 0));

    private static void WriteTable(Report report, HtmlWriter html)
    {
        Html.BeginTable(html, "Files", ["Field", "Type", "Size", "To get it", "Note"]);
        foreach (var file in report.Files)
            html.Write($"<tr><th scope=\"row\">{file.Path}</th><td>{file.Type}</td><td class=\"number\">{ByteSize.Of(file.Size)}</td><td><code>neptune get {report.Objects[file.Object].Id} {Quoted(file.Path)}</code></td><td>{file.Note}</td></tr>\n");
        Html.EndTable(html);
    }

    private static string Quoted(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '_' or '-' or '.' or '@') ? path : $"\"{path}\"";
}
