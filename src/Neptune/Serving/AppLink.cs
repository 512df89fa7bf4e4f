using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Neptune.Journal;
using Neptune.Storage;
using Neptune.Storage.Identity;

namespace Neptune.Serving;

/// <summary>
/// Where <c>neptune ui</c> serves a store, or did last: whoever may read the store may read this. The next one takes the same address and token, so that
/// pages that are open go on by themselves.
/// </summary>
/// <param name="Port">The port on this machine.</param>
/// <param name="Token">What lets in.</param>
internal sealed record AppLink(int Port, string Token)
{
    private const string FileName = "link.json";
    private const int TokenBytes = 32;

    private Uri Root => new($"http://127.0.0.1:{Port}/");

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>The folder that whoever serves the store holds the lock of; <see langword="null"/> when there is no store.</summary>
    public static string? FolderIn(string store) => StoreManifest.Read(store) is { } manifest ? Path.Combine(store, $"ui-{manifest.Id:N}") : null;

    /// <summary>The address of a page of the app, with the token that lets in; for the eyes of its owner.</summary>
    public Uri LetIn(string path) => new(Root, $"{path}?token={Token}");

    /// <summary>The page of an object, for browsers that were let in before: this address gets into logs, and no token may.</summary>
    public Uri PageOf(ObjectRecord record) => new(Root, AppPath.Of(record.Project, record.Kind, record.SysId, record.ModelId));

    /// <summary>Where the store is served now; <see langword="null"/> when it is not, or that cannot be told: who asks is about to say where a run is, which no trouble with the disk may keep it from.</summary>
    public static AppLink? Now(string store)
    {
        try
        {
            return FolderIn(store) is { } folder && Directory.Exists(folder) && JournalLock.IsHeld(folder) ? Read(folder) : null;
        }
        catch (Exception error) when (error is NeptuneStoreException or NeptuneCorruptDataException || FileSystemError.Is(error))
        {
            return null;
        }
    }

    /// <summary>Where the store is or was served; <see langword="null"/> when it never was.</summary>
    public static AppLink? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), AppLinkJson.Default.AppLink) is { Token.Length: > 0, Port: > 0 and <= ushort.MaxValue } link ? link : null;
        }
        catch (Exception error) when (FileSystemError.Is(error) || error is JsonException)
        {
            // A link is a convenience: a new one is made.
            return null;
        }
    }

    /// <summary>Writes the link for its owner alone.</summary>
    public void Write(string folder)
    {
        var file = Path.Combine(folder, FileName);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var temporary = $"{file}.new";
        using (var stream = new FileStream(temporary, options))
            JsonSerializer.Serialize(stream, this, AppLinkJson.Default.AppLink);
        File.Move(temporary, file, overwrite: true);
    }
}

[JsonSerializable(typeof(AppLink))]
internal sealed partial class AppLinkJson : JsonSerializerContext;
