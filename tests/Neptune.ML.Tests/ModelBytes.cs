using System.IO.Compression;
using Microsoft.ML;

namespace Neptune.ML.Tests;

/// <summary>What is in a saved model, without the times at which it was saved.</summary>
internal static class ModelBytes
{
    public static IEnumerable<string> Of(MLContext ml, ITransformer model, DataViewSchema input)
    {
        using var stream = new MemoryStream();
        ml.Model.Save(model, input, stream);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => $"{entry.FullName} {Content(entry)}")];
    }

    private static string Content(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return Convert.ToHexString(to.ToArray());
    }
}
