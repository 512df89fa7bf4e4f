using System.Buffers;
using System.Security.Cryptography;

namespace Neptune.Storage;

/// <summary>Copies a stream and hashes it on the way, in bounded memory.</summary>
internal static class HashedCopy
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Copies into a new file. Whether the file must survive a power cut is the caller's to see to.</summary>
    public static (string Sha256, long Size) To(FileStream target, Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            for (int read; (read = content.Read(buffer)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                target.Write(buffer, 0, read);
            }
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A new file to copy into.</summary>
    public static FileStream Create(string file) => new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
}
