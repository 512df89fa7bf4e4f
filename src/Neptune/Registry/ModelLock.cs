using System.Text.Json;

namespace Neptune.Registry;

/// <summary>The versions that a project ships, pinned in a file that is kept with its sources.</summary>
/// <param name="Version">The format of the file.</param>
/// <param name="Models">The versions, by the names that the project has for them.</param>
internal sealed record ModelLock(int Version, SortedDictionary<string, LockedModel> Models)
{
    public const string FileName = "neptune.lock.json";

    private const int Format = 1;

    /// <summary>In bytes: it is read whole.</summary>
    private const long Largest = 16 << 20;

    /// <summary>Reads a lock file; one that does not exist pins nothing.</summary>
    /// <exception cref="NeptuneCorruptDataException">The file is no lock file, or one of a newer format.</exception>
    public static ModelLock Load(string path)
    {
        if (!File.Exists(path))
            return new(Format, new(StringComparer.Ordinal));
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > Largest)
                throw new NeptuneCorruptDataException($"{path} has {stream.Length} bytes, and lock files have no more than {Largest}. Restore it from version control, or delete it and build again.");
            var read = JsonSerializer.Deserialize(stream, RegistryJson.Default.ModelLock) ?? throw new JsonException("The file says null.");
            if (read.Version != Format)
                throw new NeptuneCorruptDataException($"{path} has the format {read.Version}; this version of Neptune reads format {Format}. Use the version that wrote it.");
            foreach (var (name, model) in read.Models)
                (model ?? throw new JsonException($"{name} is null.")).Check(path, name);
            return new(Format, new(read.Models, StringComparer.Ordinal));
        }
        catch (JsonException e)
        {
            throw new NeptuneCorruptDataException($"{path} is no lock file: {Sentence.Of(e.Message)} Restore it from version control, or delete it and build again.", e);
        }
    }

    /// <summary>Writes the file; it appears complete or not at all.</summary>
    public void Save(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(temporary))
            {
                JsonSerializer.Serialize(stream, this, RegistryJson.Default.ModelLock);
                stream.WriteByte((byte)'\n');
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
