using System.Text.Json;
using System.Text.Json.Serialization;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Identity;

/// <summary>
/// What <c>store.json</c> says, the file beside the database that tells what the database itself cannot: that there was one, which one,
/// how far it had come, and which project is meant when none is named.
/// </summary>
/// <param name="Id">The store's id, which its database has too.</param>
/// <param name="Project">The full name of the project that is meant when none is named: whatever becomes of the folder's name, it stays.</param>
/// <param name="Objects">How many objects the store has ever made, as far as is known here.</param>
internal sealed record StoreManifest(Guid Id, string Project, long Objects)
{
    private const string FileName = "store.json";

    public ProjectName DefaultProject => ProjectName.Parse(Project);

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>The manifest of a store's folder; <see langword="null"/> when it has none.</summary>
    /// <exception cref="NeptuneCorruptDataException">There is one that cannot be read.</exception>
    public static StoreManifest? Read(string folder)
    {
        var file = PathIn(folder);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), StoreManifestJson.Default.StoreManifest) is { } manifest && ProjectName.TryParse(manifest.Project, out _)
                ? manifest
                : throw Damaged(file, null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException error)
        {
            throw Damaged(file, error);
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            throw new StoreErrors(file).From(error);
        }
    }

    /// <summary>Replaces the file as a whole, so that nobody reads half of it.</summary>
    public void Write(string folder)
    {
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.json");
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(this, StoreManifestJson.Default.StoreManifest));
        File.Move(temporary, PathIn(folder), overwrite: true);
    }

    private static NeptuneCorruptDataException Damaged(string file, Exception? error) =>
        new($"{file} is damaged, so the project that is meant when none is named is not known. Restore it from a backup, or delete it: it is made anew, with a project named after the folder.", error);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoreManifest))]
internal sealed partial class StoreManifestJson : JsonSerializerContext;
