using System.Text;
using Microsoft.VisualBasic.FileIO;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Reads files of values parted by commas or tabs.</summary>
internal static class TableFile
{
    private const int MostRows = 200;
    private const int MostColumns = 40;

    /// <returns>The table, as far as people read it; <c>null</c> when the file is none.</returns>
    public static DataTable? Read(int of, string path, Stream content, string separator)
    {
        using var parser = new TextFieldParser(content, Encoding.UTF8) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(separator);
        try
        {
            if (parser.ReadFields() is not { } header)
                return null;
            var rows = new List<IReadOnlyList<string>>();
            while (rows.Count < MostRows && parser.ReadFields() is { } fields)
                rows.Add([.. Enumerable.Range(0, Math.Min(header.Length, MostColumns)).Select(i => i < fields.Length ? fields[i] : "")]);
            return new(of, path, [.. header.Take(MostColumns)], rows, IsCut: !parser.EndOfData || header.Length > MostColumns);
        }
        catch (MalformedLineException)
        {
            return null;
        }
    }
}
