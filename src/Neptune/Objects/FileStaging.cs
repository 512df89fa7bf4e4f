using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Neptune.Objects;

/// <summary>Copies content into a journal's staging folder, named by its SHA-256, in one pass and in bounded memory.</summary>
internal static class FileStaging
{
    private const int BufferSize = 1 << 17;

    public static FileContent Stage(string folder, Stream content, string extension)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}.part"));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            using (var copy = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                for (int read; (read = content.Read(buffer)) > 0; size += read)
                {
                    hash.AppendData(buffer.AsSpan(0, read));
                    copy.Write(buffer.AsSpan(0, read));
                }
            }
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(temporary, Path.Combine(folder, sha256), overwrite: true);
            return new FileContent(sha256, size, extension);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
