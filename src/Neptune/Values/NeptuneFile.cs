using System.Text;
using Neptune.Storage;
using Neptune.Values;

namespace Neptune;

/// <summary>Content for a file field: a file on disk, bytes, text or a stream.</summary>
public sealed class NeptuneFile
{
    private const string TextExtension = "txt";
    private const string BinaryExtension = "bin";

    private readonly Func<Stream> open;
    private bool streamUsed;

    private NeptuneFile(Func<Stream> open, string extension)
    {
        this.open = open;
        Extension = extension;
    }

    /// <summary>The extension the file is kept with, without the dot; empty when it has none.</summary>
    public string Extension { get; }

    /// <summary>A file on disk. It is read when it is assigned, so that it may change or go afterwards.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="extension">The extension to keep it with; the file's own by default.</param>
    /// <exception cref="NeptuneNotFoundException">There is no such file; or it is a folder, a pipe, a socket or a device, which have no content to keep.</exception>
    public static NeptuneFile FromPath(string path, string? extension = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        FileSelection.RequireFile(full);
        return new(() => OpenFile(full), Clean(extension ?? Path.GetExtension(full)));
    }

    /// <summary>Bytes.</summary>
    public static NeptuneFile FromBytes(ReadOnlyMemory<byte> content, string extension = BinaryExtension)
    {
        var copy = content.ToArray();
        return new(() => new MemoryStream(copy, writable: false), Clean(extension));
    }

    /// <summary>Text, kept as UTF-8.</summary>
    /// <exception cref="ArgumentException">It has half a surrogate pair, which UTF-8 cannot keep.</exception>
    public static NeptuneFile FromText(string content, string extension = TextExtension)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (WholeText.HalfPairIn(content) is >= 0 and var at)
            throw new ArgumentException($"The text has half a surrogate pair at position {at}, so it is no Unicode. Give its bytes to FromBytes.", nameof(content));
        return new(() => new MemoryStream(Encoding.UTF8.GetBytes(content), writable: false), Clean(extension));
    }

    /// <summary>A stream, read from where it stands to its end when the file is assigned. It can be assigned once and is not closed.</summary>
    public static NeptuneFile FromStream(Stream content, string extension = BinaryExtension)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(() => new ContentStream(content), Clean(extension)) { IsStream = true };
    }

    /// <summary>The content of a field, read from the store when it is asked for.</summary>
    internal static NeptuneFile Stored(Func<Stream> open, string extension) => new(open, extension);

    /// <summary>A file that is not there: reading it fails.</summary>
    internal static NeptuneFile Missing(Func<Exception> why) => new(() => throw why(), BinaryExtension);

    /// <summary>The content, from its beginning; the caller closes it.</summary>
    /// <exception cref="NeptuneMissingFieldException">It was read from an object that has no such field.</exception>
    public Stream OpenRead() => Open();

    private bool IsStream { get; init; }

    internal Stream Open()
    {
        if (IsStream && streamUsed)
            throw new NeptuneException("A NeptuneFile made from a stream can be assigned once: the stream has been read. Make it from bytes or a path to assign it again.");
        streamUsed = true;
        return open();
    }

    private static FileStream OpenFile(string path)
    {
        // It may have been replaced since.
        FileSelection.RequireFile(path);
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (FileSystemError.IsOfFile(e))
        {
            throw new NeptuneNotFoundException($"The file {path} cannot be read: {e.Message}");
        }
    }

    private static string Clean(string extension)
    {
        var bare = extension.TrimStart('.');
        return bare.Length <= 16 && bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+') ? bare
            : throw new NeptuneNameException($"\"{extension}\" is not a file extension. Use up to 16 letters and digits, such as \"png\".");
    }
}
