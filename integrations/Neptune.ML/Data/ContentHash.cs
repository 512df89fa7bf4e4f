using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Neptune.ML.Data;

/// <summary>SHA-256 of values that arrive one by one, each with its length known from its type or written before it.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;

    public void Add(long value)
    {
        Make(room: sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(used), value);
        used += sizeof(long);
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Add(text.Length);
        Add(MemoryMarshal.AsBytes(text));
    }

    /// <summary>The hash of everything so far, in lower-case hexadecimal. It begins anew after that.</summary>
    public string Take()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length)
        {
            Flush();
            hash.AppendData(bytes);
            return;
        }
        Make(room: bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Make(int room)
    {
        if (used + room > buffer.Length)
            Flush();
    }

    private void Flush()
    {
        hash.AppendData(buffer, 0, used);
        used = 0;
    }
}
