using System.Text.Json;
using System.Text.Json.Serialization;
using Neptune.Objects;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>What <c>journal.json</c>, and since format 2 every segment, says about a journal: whose records it holds and who wrote them.</summary>
/// <param name="Journal">The journal's id, under which the store keeps its position.</param>
/// <param name="Object">The object's uid.</param>
/// <param name="Kind">What the object is.</param>
/// <param name="Id">The object's id; a provisional one when it was made offline.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="ProcessId">The process that writes, or wrote.</param>
/// <param name="Host">Its machine.</param>
/// <param name="Started">When the journal was begun.</param>
/// <param name="Creation">How to make the object, when that was put off until the journal is synced.</param>
/// <param name="Format">The format of its segments.</param>
internal sealed record JournalInfo(
    Guid Journal,
    Guid Object,
    ObjectKind Kind,
    string Id,
    string Project,
    int ProcessId,
    string Host,
    DateTimeOffset Started,
    CreationRequest? Creation = null,
    uint Format = 1)
{
    private const string FileName = "journal.json";

    /// <summary>The info that a journal of this process begins with.</summary>
    public static JournalInfo New(ObjectRecord record, CreationRequest? creation) =>
        new(Guid.NewGuid(), record.Uid, record.Kind, record.SysId, record.Project.ToString(), Environment.ProcessId, Environment.MachineName, DateTimeOffset.UtcNow, creation, JournalFormat.Version);

    /// <summary>Whether the process is, or was, of this machine.</summary>
    [JsonIgnore]
    public bool IsFromHere => Host == Environment.MachineName;

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>Reads <c>journal.json</c>; <see langword="null"/> when there is none, or it makes no sense.</summary>
    public static JournalInfo? Read(string folder)
    {
        try
        {
            return Parse(File.ReadAllBytes(PathIn(folder)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static JournalInfo? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JournalJson.Default.JournalInfo) is { Id: not null, Project: not null, Host: not null } info && info.Journal != Guid.Empty && Enum.IsDefined(info.Kind) ? info : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes <c>journal.json</c>, as a whole or not at all.</summary>
    public void Write(string folder)
    {
        var temporary = PathIn(folder) + ".new";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Default.JournalInfo));
        File.Move(temporary, PathIn(folder), overwrite: true);
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JournalInfo))]
[JsonSerializable(typeof(SetAsideNote))]
internal sealed partial class JournalJson : JsonSerializerContext;
