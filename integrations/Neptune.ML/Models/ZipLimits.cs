using System.IO.Compression;

namespace Neptune.ML.Models;

/// <summary>
/// What the zip file of a model may claim about itself. ML.NET reads parts of it whole, as text and into arrays, so that a file of a megabyte can
/// make it take gigabytes: sizes are looked at before anything is read.
/// </summary>
internal static class ZipLimits
{
    /// <summary>In bytes, of the text that names the version of ML.NET. It is a dozen.</summary>
    private const int LongestVersion = 1024;

    /// <summary>In bytes: a model of which no more is unpacked may be packed as tightly as it can be.</summary>
    private const long SmallModel = 256L << 20;

    /// <summary>How many times its own size a larger file may unpack to. Nothing but zeros reaches a thousand.</summary>
    private const int MostUnpacked = 200;

    /// <param name="zip">The file.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="versionEntry">The name of the entry with the version.</param>
    /// <exception cref="InvalidDataException">The file claims what no model is.</exception>
    public static void Check(ZipArchive zip, long size, string versionEntry)
    {
        var unpacked = Int128.Zero;
        foreach (var entry in zip.Entries)
        {
            if (entry.Length < 0)
                throw new InvalidDataException($"{entry.FullName} claims to have {entry.Length} bytes.");
            if (entry.Length > LongestVersion && ModelZip.Name(entry).Equals(versionEntry, StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException($"{versionEntry}, the version of ML.NET, has {entry.Length} bytes; no more than {LongestVersion} are read.");
            unpacked += entry.Length;
        }
        if (unpacked > SmallModel && unpacked > (Int128)size * MostUnpacked)
            throw new InvalidDataException($"its {size} bytes claim to unpack to {unpacked}, more than {MostUnpacked} times as many, which no model does.");
    }
}
