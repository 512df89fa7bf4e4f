using System.Text;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;
using Neptune.Cli.Reporting.Pages;

namespace Neptune.Cli.Reporting;

/// <summary>Where a report goes. A file that is there stays unless it is to be written over.</summary>
/// <param name="Target">The full path; <c>null</c> for standard output.</param>
internal sealed record ReportFile(string? Target)
{
    private const string StandardOutput = "-";
    private const string Extension = "html";

    /// <summary>More ids than these make no name that anybody can read.</summary>
    private const int MostIds = 4;

    /// <exception cref="NeptuneOptionsException">There is such a file, and it is not to be written over.</exception>
    public static ReportFile Of(string? output, IReadOnlyList<string> ids, bool isForced)
    {
        if (output == StandardOutput)
            return new((string?)null);
        var full = Path.GetFullPath(output ?? ".");
        var path = output is null || Directory.Exists(full) || Path.EndsInDirectorySeparator(output) ? Path.Combine(full, NameOf(ids)) : full;
        return isForced || !File.Exists(path)
            ? new(path)
            : throw new NeptuneOptionsException($"There is a file {path} already. Write over it with --force, or name another with --output.");
    }

    public void Write(Report report, Terminal terminal)
    {
        if (Target is null)
        {
            ReportPage.Write(report, terminal.Out);
            return;
        }
        try
        {
            SafeFile.Write(Target, stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                ReportPage.Write(report, text);
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeptuneException($"{Target} cannot be written: {error.Message} Name another file with --output.", error);
        }
        terminal.Out.WriteLine(Target);
    }

    private static string NameOf(IReadOnlyList<string> ids) => SafeFile.NameOf(
        $"report-{string.Join('-', ids.Take(MostIds))}{(ids.Count > MostIds ? $"-and-{ids.Count - MostIds}-more" : "")}", Extension);
}
