using System.Text.Json.Serialization;

namespace Neptune.Storage.Files;

/// <summary>Lists of texts as JSON.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class TextListJson : JsonSerializerContext;
