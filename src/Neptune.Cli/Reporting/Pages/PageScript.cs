using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>The scripts and the style that a report brings along, so that it asks no other machine for anything.</summary>
internal static class PageScript
{
    private const string PlotlyName = "plotly-basic.min.js";

    /// <summary>What draws the charts.</summary>
    public static string Own { get; } = Read("report.js");

    public static string Style { get; } = Read("report.css");

    /// <summary>plotly.js, gzipped, in base 64.</summary>
    public static string Plotly => Compress(PlotlySource);

    /// <summary>What a policy names a script by, when it stands in the page: <c>'sha256-…'</c>.</summary>
    public static string HashOf(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    public static string PlotlyHash => HashOf(PlotlySource);

    private static string PlotlySource => Read(PlotlyName);

    private static string Read(string name)
    {
        using var resource = typeof(PageScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in {typeof(PageScript).Assembly.FullName}; the package is damaged.");
        using var text = new StreamReader(resource, Encoding.UTF8);
        // Own files may have been checked out with other line ends, and a browser hashes what it has parsed.
        return text.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Compress(string script)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(script));
        return Convert.ToBase64String(compressed.ToArray());
    }
}
