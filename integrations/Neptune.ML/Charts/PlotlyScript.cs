using System.IO.Compression;

namespace Neptune.ML.Charts;

/// <summary>The script of plotly.js that pages bring along, compressed: a page works offline and asks no other machine for anything.</summary>
internal static class PlotlyScript
{
    private const string Resource = "plotly-basic.min.js";

    private static readonly Lazy<string> Compressed = new(Compress);

    /// <summary>The script, gzipped, in base 64.</summary>
    public static string Base64 => Compressed.Value;

    private static string Compress()
    {
        using var script = typeof(PlotlyScript).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in {typeof(PlotlyScript).Assembly.FullName}; the package is damaged.");
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            script.CopyTo(gzip);
        return Convert.ToBase64String(compressed.ToArray());
    }
}
