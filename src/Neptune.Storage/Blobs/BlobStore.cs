using System.Security.Cryptography;

namespace Neptune.Storage;

/// <summary>Files by their content: <c>files/ab/cdef…</c> is the one whose SHA-256 is <c>abcdef…</c>. Each is stored once, never changes, and is checked when it is read.</summary>
internal sealed class BlobStore(string root)
{
    private const int HashDigits = 64;
    private const int FolderDigits = 2;
    private const string TemporaryExtension = ".tmp";

    private readonly BlobErrors errors = new(root);

    /// <summary>Stores what the stream holds from its position to its end, without taking it into memory.</summary>
    public FileContent Import(Stream content, string extension) => errors.Guard(() =>
    {
        var temporary = NewTemporaryFile();
        try
        {
            var (sha256, size) = WriteThrough(content, temporary);
            Place(temporary, sha256);
            return new FileContent(sha256, size, extension);
        }
        finally
        {
            File.Delete(temporary);
        }
    });

    /// <summary>
    /// Takes over a file that the journal has staged. Calling it again after a crash ends in the same state. What is there under the same hash
    /// already is replaced: should it be damaged, it is whole again.
    /// </summary>
    /// <exception cref="NeptuneCorruptDataException">Neither the staged file nor the blob exists, or the content is another.</exception>
    public void Adopt(Staging staging, FileContent content) => errors.Guard(() =>
    {
        var staged = StagedFiles.Last(Path.Combine(staging.Folder, content.Sha256));
        var problem = ProblemOf(staged, content, staging.IsSuspect);
        if (problem is not null)
        {
            if (!IsIntact(content))
                throw new NeptuneCorruptDataException($"{problem} and its content {content.Sha256} is not in {root}. Upload the file again.");
            Touch(PathOf(content.Sha256));
            File.Delete(staged);
            return 0;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(content.Sha256))!);
        Touch(staged);
        if (!TryRename(staged, PathOf(content.Sha256)))
            AdoptByCopy(staged, content);
        return 0;
    });

    /// <summary>Opens a content to be read from beginning to end; the end of what is damaged is an error.</summary>
    /// <exception cref="NeptuneCorruptDataException">The content is not in the store.</exception>
    public Stream OpenRead(string sha256) => errors.Guard(() => new VerifiedStream(OpenStored(sha256), sha256, found => new NeptuneCorruptDataException(
        $"The content {sha256} in {root} is damaged: it has the SHA-256 {found}. Upload the file again, which heals it, or restore that folder from a backup; `neptune verify` lists what else is damaged.")));

    /// <summary>Opens a content to read parts of it, which nothing can check; whoever reads all of it takes <see cref="OpenRead"/>.</summary>
    /// <exception cref="NeptuneCorruptDataException">The content is not in the store.</exception>
    public Stream OpenParts(string sha256) => errors.Guard(() => OpenStored(sha256));

    /// <summary>Whether a content is there and what its hash says. Reads all of it.</summary>
    public bool IsIntact(FileContent content) => errors.Guard(() => new FileInfo(PathOf(content.Sha256)) is { Exists: true } file && file.Length == content.Size && HashOf(file.FullName) == content.Sha256);

    /// <summary>The contents that are there, by their hashes.</summary>
    public IEnumerable<string> List()
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                if ((Path.GetFileName(folder) + Path.GetFileName(file)) is { Length: HashDigits } name && name.All(char.IsAsciiHexDigitLower))
                    yield return name;
            }
        }
    }

    /// <summary>Removes a content unless it was written or adopted lately.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool TryRemove(string sha256, DateTimeOffset writtenBefore) => errors.Guard(() =>
    {
        var file = new FileInfo(PathOf(sha256));
        if (file.Exists && file.LastWriteTimeUtc >= writtenBefore.UtcDateTime)
            return false;
        if (file.Exists)
            file.Delete();
        return true;
    });

    /// <summary>Removes what imports have left behind whose process was killed. One that goes on writes all the time.</summary>
    public void RemoveRemains(DateTimeOffset writtenBefore) => errors.Guard(() =>
    {
        if (!Directory.Exists(root))
            return 0;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles($".*{TemporaryExtension}"))
        {
            if (file.LastWriteTimeUtc < writtenBefore.UtcDateTime)
                file.Delete();
        }
        return 0;
    });

    public bool Contains(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>What keeps a staged file from being taken over.</summary>
    private static string? ProblemOf(string staged, FileContent content, bool isSuspect) => new FileInfo(staged) switch
    {
        { Exists: false } => $"The staged file {staged} is gone",
        { Length: var length } when length != content.Size => FormattableString.Invariant($"The staged file {staged} has {length} bytes and not {content.Size}"),
        _ when isSuspect && HashOf(staged) is var found && found != content.Sha256 => $"The staged file {staged} is damaged, it has the SHA-256 {found},",
        _ => null,
    };

    private FileStream OpenStored(string sha256)
    {
        try
        {
            return Open(sha256);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NeptuneCorruptDataException($"The content {sha256} is missing from {root}. Restore that folder from a backup, or upload the file again.", error);
        }
    }

    private FileStream Open(string sha256) => new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    private static string HashOf(string file)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>From another device, or where somebody is reading what is to be replaced. The staged file stays until the copy is in its place.</summary>
    private void AdoptByCopy(string stagedFile, FileContent content)
    {
        using (var staged = File.OpenRead(stagedFile))
        {
            var stored = Import(staged, content.Extension);
            if (stored.Sha256 != content.Sha256)
                throw new NeptuneCorruptDataException($"The staged file {stagedFile} has the content {stored.Sha256} and not {content.Sha256}. Upload the file again.");
        }
        File.Delete(stagedFile);
    }

    /// <summary>The database may survive a power cut that a file in the cache would not.</summary>
    private static (string Sha256, long Size) WriteThrough(Stream content, string file)
    {
        using var target = HashedCopy.Create(file);
        var copied = HashedCopy.To(target, content);
        target.Flush(flushToDisk: true);
        return copied;
    }

    /// <summary>Puts a file whose hash is known in its place, over what is there.</summary>
    private void Place(string temporary, string sha256)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
        try
        {
            File.Move(temporary, PathOf(sha256), overwrite: true);
        }
        catch (Exception error) when (FileSystemError.Is(error) && File.Exists(PathOf(sha256)) && HashOf(PathOf(sha256)) == sha256)
        {
            // Somebody is reading it, and it is as good as this one.
            Touch(PathOf(sha256));
            File.Delete(temporary);
        }
    }

    /// <summary>Nobody may refer to it yet, and what nobody refers to is removed unless it was written lately.</summary>
    private static void Touch(string file) => File.SetLastWriteTimeUtc(file, DateTime.UtcNow);

    private string NewTemporaryFile()
    {
        Directory.CreateDirectory(root);
        return Path.Combine(root, $".{Guid.NewGuid():N}{TemporaryExtension}");
    }

    /// <summary>Moves a file by renaming it in one step: whenever the process is killed, the content is in one of the two places. <c>File.Move</c> may turn into a copy, these never do.</summary>
    private static bool TryRename(string from, string to)
    {
        try
        {
            if (File.Exists(to))
                File.Replace(from, to, destinationBackupFileName: null);
            else
                Directory.Move(from, to);
            return true;
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            return false;
        }
    }

    /// <summary>Where a content is; only 64 hex digits make a path, so no name from outside does.</summary>
    private string PathOf(string sha256) =>
        sha256.Length == HashDigits && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, sha256[..FolderDigits], sha256[FolderDigits..])
            : throw new NeptuneCorruptDataException($"\"{sha256}\" is not the SHA-256 of a file: 64 lower-case hex digits.");
}
