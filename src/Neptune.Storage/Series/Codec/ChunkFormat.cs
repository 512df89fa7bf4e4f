namespace Neptune.Storage.Series.Codec;

/// <summary>The frame of a chunk: format byte, columns, CRC-32C of all before it.</summary>
internal static class ChunkFormat
{
    public const byte Floats = 1;
    public const byte Strings = 2;

    public const int ChecksumBytes = sizeof(uint);
}
