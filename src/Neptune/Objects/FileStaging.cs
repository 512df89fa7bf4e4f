using System.Globalization;
using Neptune.Storage;

namespace Neptune.Objects;

/// <summary>Copies content into a journal's staging folder, named by its SHA-256, in one pass and in bounded memory.</summary>
internal static class FileStaging
{
    public static FileContent Stage(string folder, Stream content, string extension)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}.part"));
        try
        {
            var (sha256, size) = Copy(content, temporary);
            StagedFiles.Place(temporary, Path.Combine(folder, sha256));
            return new FileContent(sha256, size, extension);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static (string Sha256, long Size) Copy(Stream content, string file)
    {
        using var target = HashedCopy.Create(file);
        return HashedCopy.To(target, content);
    }
}
