using System.Text;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;
using Neptune.Cli.Reporting.Pages;

namespace Neptune.Cli.Reporting;

/// <summary>Writes a report where a download would go.</summary>
internal static class ReportFile
{
    private const string Extension = "html";

    /// <summary>More ids than these make no name that anybody can read.</summary>
    private const int MostIds = 4;

    /// <exception cref="NeptuneDestinationException">It cannot be written there, or a file is under a name that nobody gave.</exception>
    public static void Write(Report report, string? output, IReadOnlyList<string> ids, Terminal terminal)
    {
        if (output == Terminal.StandardOutput)
        {
            ReportPage.Write(report, terminal.Out);
            return;
        }
        var target = DownloadTarget.Of(output, NameOf(ids));
        if (new FileDownload().Write(target, Encode))
            terminal.Out.WriteLine(target.Path);

        void Encode(Stream stream)
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            ReportPage.Write(report, text);
        }
    }

    private static string NameOf(IReadOnlyList<string> ids) => SafeFile.NameOf(
        $"report-{string.Join('-', ids.Take(MostIds))}{(ids.Count > MostIds ? $"-and-{ids.Count - MostIds}-more" : "")}", Extension);
}
