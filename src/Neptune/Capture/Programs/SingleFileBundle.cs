using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Neptune.Capture.Programs;

/// <summary>
/// The files inside a program that was published as a single file. The format is that of the .NET host:
/// https://github.com/dotnet/designs/blob/main/accepted/2020/single-file/bundler.md
/// </summary>
internal static class SingleFileBundle
{
    private const int FirstWithSections = 2;
    private const int FirstWithCompression = 6;
    private const int SectionBytes = 40;

    /// <summary>The host has the position of the bundle's header in front of this.</summary>
    private static readonly byte[] Marker = Convert.FromHexString("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");

    /// <returns><see langword="null"/> when the program is no bundle, or has no such file.</returns>
    public static Stream? Open(string program, string name)
    {
        using var file = File.OpenRead(program);
        if (HeaderPosition(file) is not { } header)
            return null;
        file.Position = header;
        using var reader = new BinaryReader(file, Encoding.UTF8);
        var version = reader.ReadUInt32();
        reader.ReadUInt32();
        var count = reader.ReadInt32();
        reader.ReadString();
        if (version >= FirstWithSections)
            file.Position += SectionBytes;
        for (var i = 0; i < count; i++)
        {
            var (offset, size, compressed) = (reader.ReadInt64(), reader.ReadInt64(), version >= FirstWithCompression ? reader.ReadInt64() : 0);
            reader.ReadByte();
            if (reader.ReadString() == name)
                return Content(file, offset, compressed > 0 ? compressed : size, compressed > 0);
        }
        return null;
    }

    private static MemoryStream Content(FileStream file, long offset, long size, bool isCompressed)
    {
        file.Position = offset;
        var bytes = new byte[size];
        file.ReadExactly(bytes);
        var stored = new MemoryStream(bytes, writable: false);
        if (!isCompressed)
            return stored;
        var content = new MemoryStream();
        using (var inflating = new DeflateStream(stored, CompressionMode.Decompress))
            inflating.CopyTo(content);
        content.Position = 0;
        return content;
    }

    private static long? HeaderPosition(FileStream file)
    {
        var buffer = new byte[1 << 20];
        var kept = 0;
        while (file.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false) is > 0 and var read)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(Marker) is >= sizeof(long) and var at)
                return BinaryPrimitives.ReadInt64LittleEndian(filled[(at - sizeof(long))..]) is > 0 and var position ? position : null;
            // The marker, or the position in front of it, may lie across two reads.
            kept = Math.Min(filled.Length, Marker.Length + sizeof(long));
            filled[^kept..].CopyTo(buffer);
        }
        return null;
    }
}
