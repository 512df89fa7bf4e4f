using System.Text.Json.Serialization;
using Neptune.Objects;

namespace Neptune.Journal;

/// <summary>What <c>journal.json</c> says about a journal: whose records it holds and who wrote them.</summary>
/// <param name="Journal">The journal's id, under which the store keeps its position.</param>
/// <param name="Object">The object's uid.</param>
/// <param name="Kind">What the object is.</param>
/// <param name="Id">The object's id; a provisional one when it was made offline.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="ProcessId">The process that writes, or wrote.</param>
/// <param name="Host">Its machine.</param>
/// <param name="Started">When the journal was begun.</param>
/// <param name="Creation">How to make the object, when that was put off until the journal is synced.</param>
internal sealed record JournalInfo(
    Guid Journal,
    Guid Object,
    ObjectKind Kind,
    string Id,
    string Project,
    int ProcessId,
    string Host,
    DateTimeOffset Started,
    CreationRequest? Creation = null);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalInfo))]
internal sealed partial class JournalJson : JsonSerializerContext;
