using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Neptune;

/// <summary>
/// Writes the files of one download. A file appears complete or not at all, keeps the permissions of the one that it replaces, and is written through
/// a link to where that leads. Pipes and devices are written to, as a shell does.
/// </summary>
internal sealed class FileDownload
{
    private const int OpenAttempts = 10;

    private readonly HashSet<string> swept = new(StringComparer.Ordinal);

    /// <returns>Whether there is a file now; otherwise the content has gone into a pipe or a device.</returns>
    /// <exception cref="NeptuneDestinationException">It cannot be written there, or another content is under a name that nobody gave.</exception>
    public bool Write(DownloadTarget target, Action<Stream> write)
    {
        try
        {
            if (OpenStream(target.Path) is not { } stream)
            {
                WriteFile(target, Followed(target.Path), write);
                return true;
            }
            using (stream)
                write(stream);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(target.Path, $"{Sentence.Of(e.Message)} Give another destination.", e);
        }
    }

    /// <summary>Makes the folder that files go to, which may have none.</summary>
    /// <exception cref="NeptuneDestinationException">It cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder, $"{Sentence.Of(e.Message)} Give another destination.", e);
        }
    }

    /// <summary>Writes a file below a folder, and not through links that are there.</summary>
    /// <inheritdoc cref="Write"/>
    public void WriteBelow(string folder, string name, bool isNamed, Action<Stream> write)
    {
        var target = SafeFile.Below(folder, name);
        for (var at = target; at.Length > Path.GetFullPath(folder).Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null)
                throw CannotWrite(target, $"{at} is a link, which may lead out of the folder. Remove it, or give another destination.");
        }
        Write(new(target, isNamed), write);
    }

    private void WriteFile(DownloadTarget target, string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        if (swept.Add(folder))
            PartialFile.Sweep(folder);
        if (target.IsNamed && new FileInfo(path) is { Exists: true, IsReadOnly: true })
            throw CannotWrite(target.Path, "the file there is read-only. Give another destination.");
        using var part = PartialFile.Begin(folder);
        write(part.Content);
        // Others may download to the same place at the same time.
        if (target.IsNamed)
            part.Replace(path);
        else if (!part.TryBecome(path) && !IsContent(path, part.Content))
            throw new NeptuneDestinationException(target.Path, $"{target.Path} is there already and has another content. Give a destination: a file that is named is replaced.");
    }

    /// <summary>What takes a content without being replaced; <see langword="null"/> for a file, which need not be there.</summary>
    private static Stream? OpenStream(string path) => PathKinds.Of(path) switch
    {
        PathKind.Folder => throw CannotWrite(path, "it is a folder. Give the name of a file."),
        var kind and (PathKind.BlockDevice or PathKind.Socket) => throw CannotWrite(path, $"it is {PathKinds.NameOf(kind)}. Give another destination."),
        PathKind.Nothing => null,
        _ when DescriptorOf(path) is { } descriptor => OpenDescriptor(descriptor),
        PathKind.Pipe or PathKind.CharacterDevice => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite),
        _ => null,
    };

    /// <summary>An open file of this process, such as <c>/dev/stdout</c>: it has its place in it, and the file behind it is not to be replaced.</summary>
    private static int? DescriptorOf(string path) => path switch
    {
        "/dev/stdout" => 1,
        "/dev/stderr" => 2,
        _ => ((string[])["/dev/fd/", "/proc/self/fd/"]).FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal)) is { } folder
            && int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static Stream OpenDescriptor(int descriptor) => descriptor switch
    {
        1 => Console.OpenStandardOutput(),
        2 => Console.OpenStandardError(),
        _ => new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write),
    };

    /// <summary>Where links lead, whether there is a file or not.</summary>
    private static string Followed(string path) => new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    private static bool IsContent(string path, FileStream content)
    {
        using var existing = OpenExisting(path);
        if (existing.Length != content.Length)
            return false;
        content.Position = 0;
        var (left, right) = (new byte[1 << 16], new byte[1 << 16]);
        for (int read; (read = existing.ReadAtLeast(left, left.Length, throwOnEndOfStream: false)) > 0;)
        {
            if (content.ReadAtLeast(right, right.Length, throwOnEndOfStream: false) != read || !left.AsSpan(0, read).SequenceEqual(right.AsSpan(0, read)))
                return false;
        }
        return true;
    }

    /// <summary>A file that somebody else has just downloaded is locked for the moment until it is closed.</summary>
    private static FileStream OpenExisting(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return File.OpenRead(path);
            }
            catch (IOException) when (attempt < OpenAttempts && File.Exists(path))
            {
                Thread.Sleep(attempt);
            }
        }
    }

    private static NeptuneDestinationException CannotWrite(string path, string reason, Exception? cause = null) => new(path, $"{path} cannot be written: {reason}", cause);
}
