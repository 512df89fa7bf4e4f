using System.Text.Json.Serialization;

namespace Neptune.Journal;

/// <summary>What <c>journal.json</c> says about a journal: whose records it holds and who wrote them.</summary>
internal sealed record JournalInfo(
    Guid Journal,
    Guid Object,
    ObjectKind Kind,
    string Id,
    string Project,
    int ProcessId,
    string Host,
    DateTimeOffset Started);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(JournalInfo))]
internal sealed partial class JournalJson : JsonSerializerContext;
