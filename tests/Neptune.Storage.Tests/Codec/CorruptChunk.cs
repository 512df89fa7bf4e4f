using System.Buffers.Binary;
using Neptune.Storage.Series.Codec;

namespace Neptune.Storage.Tests;

/// <summary>Chunks whose content is wrong although their checksum is right, as only a fault of ours could make them.</summary>
internal static class CorruptChunk
{
    public static byte[] Seal(byte[] body)
    {
        var chunk = new byte[body.Length + ChunkFormat.ChecksumBytes];
        body.CopyTo(chunk, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(body.Length), Crc32C.Of(body));
        return chunk;
    }
}
