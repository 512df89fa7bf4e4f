using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Neptune.Core;

/// <summary>
/// The hash that names a version of an artifact, as the original client computes it (<c>internal/artifacts/file_hasher.py</c>, version 2):
/// SHA-256 over all files by path of <c>#len path#hash#size#len type</c>; lengths count code points, numbers are big-endian.
/// </summary>
internal static class ArtifactHash
{
    public static string Of(IEnumerable<ArtifactFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, CodePointOrder.Comparer))
        {
            AppendText(hash, file.Path);
            hash.AppendData("#"u8);
            hash.AppendData(Encoding.UTF8.GetBytes(file.Hash));
            hash.AppendData("#"u8);
            if (file.Size is { } size)
                AppendSize(hash, size);
            AppendText(hash, file.Type.ToString());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Tells lists apart that have one hash but other locations or times: two machines may track the same files.</summary>
    public static string IdentityOf(IEnumerable<ArtifactFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, CodePointOrder.Comparer))
        {
            var size = file.Size is { } bytes ? FormattableString.Invariant($"{bytes}") : "";
            var modified = file.Modified is { } time ? FormattableString.Invariant($"{time.UtcTicks}") : "";
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Hash}\0{size}\0{modified}\0{file.Location}\0{file.Type}\0"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)text.EnumerateRunes().Count());
        hash.AppendData("#"u8);
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static void AppendSize(IncrementalHash hash, long size)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)size);
        hash.AppendData(bytes);
    }
}
