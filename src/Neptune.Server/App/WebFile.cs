using System.IO.Compression;

namespace Neptune.Server.App;

/// <summary>A file of the web app.</summary>
/// <param name="Path">Its path, such as assets/index-4f3a.js.</param>
/// <param name="Type">Its media type.</param>
/// <param name="IsCompressed">Whether it is kept as Brotli.</param>
/// <param name="Content">As it is kept.</param>
internal sealed record WebFile(string Path, string Type, bool IsCompressed, Lazy<byte[]> Content)
{
    /// <summary>As it was before it was compressed.</summary>
    public byte[] Plain()
    {
        if (!IsCompressed)
            return Content.Value;
        using var plain = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(Content.Value), CompressionMode.Decompress))
            brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
