using System.Buffers;
using System.Security.Cryptography;

namespace Neptune.Storage;

/// <summary>Copies a stream into a new file and hashes it on the way.</summary>
internal static class HashedCopy
{
    private const int BufferBytes = 128 * 1024;

    public static (string Sha256, long Size) Write(Stream content, string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            for (int read; (read = content.Read(buffer)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                target.Write(buffer, 0, read);
            }
            // The database may survive a power cut that this file would not.
            target.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
