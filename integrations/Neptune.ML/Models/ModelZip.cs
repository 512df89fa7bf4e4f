using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>
/// A trained model as the zip file that <c>ml.Model.Load</c> reads, in a temporary place. Its entries are sorted and bear one fixed
/// time, so that models that are equal are equal files, and the store keeps them once.
/// </summary>
internal sealed class ModelZip : IDisposable
{
    private const string VersionEntry = "TrainingInfo/Version.txt";

    /// <summary>The earliest time that a zip file can say.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private ModelZip(string path, string hash, string version)
    {
        Path = path;
        Hash = hash;
        MlNetVersion = version;
        Size = new FileInfo(path).Length;
    }

    public string Path { get; }

    /// <summary>SHA-256 of names and contents of the entries, in lower-case hexadecimal: neither times nor compression count.</summary>
    public string Hash { get; }

    /// <summary>The version of ML.NET that wrote the model; empty when the file does not say.</summary>
    public string MlNetVersion { get; }

    /// <summary>In bytes.</summary>
    public long Size { get; }

    public static ModelZip Save(ITransformer model, DataViewSchema inputSchema)
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            using var saved = new FileStream(System.IO.Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
            new MLContext().Model.Save(model, inputSchema, saved);
            saved.Position = 0;
            var (hash, version) = Normalize(saved, path);
            return new(path, hash, version);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>The hash of a model file, whoever zipped it.</summary>
    /// <exception cref="InvalidDataException">The file is no zip file, or not one that a model can be.</exception>
    public static string HashOf(Stream zip) => Normalize(zip, null).Hash;

    /// <summary>ML.NET writes names with the separator of its machine.</summary>
    public static string Name(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    public void Dispose() => File.Delete(Path);

    private static (string Hash, string Version) Normalize(Stream zip, string? target)
    {
        using var source = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        ZipLimits.Check(source, zip.Length, VersionEntry);
        using var output = target is null ? null : new ZipArchive(File.Create(target), ZipArchiveMode.Create);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in source.Entries.OrderBy(e => Name(e), StringComparer.Ordinal))
        {
            AppendText(hash, Name(entry));
            AppendLength(hash, entry.Length);
            Copy(entry, output, hash);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), Version(source));
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive? output, IncrementalHash hash)
    {
        var copy = output?.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        if (copy is not null)
            copy.LastWriteTime = Epoch;
        using var content = entry.Open();
        using var target = copy?.Open();
        var buffer = new byte[1 << 16];
        var left = entry.Length;
        for (var read = content.Read(buffer); read > 0 && left >= 0; read = content.Read(buffer))
        {
            left -= read;
            hash.AppendData(buffer, 0, read);
            target?.Write(buffer, 0, read);
        }
        if (left != 0)
            throw new InvalidDataException($"{entry.FullName} has {(left > 0 ? "fewer" : "more")} than the {entry.Length} bytes that it claims.");
    }

    private static string Version(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault(e => Name(e) == VersionEntry) is not { } entry)
            return "";
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim();
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AppendLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendLength(IncrementalHash hash, long length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
