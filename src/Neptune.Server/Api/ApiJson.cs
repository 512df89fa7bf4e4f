using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>How everything travels, whatever the program that hosts this does with its own JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoreInfo))]
[JsonSerializable(typeof(IReadOnlyList<ProjectInfo>))]
[JsonSerializable(typeof(ObjectRow))]
[JsonSerializable(typeof(ObjectEdit))]
[JsonSerializable(typeof(ObjectIds))]
[JsonSerializable(typeof(TableRequest))]
[JsonSerializable(typeof(RowsRequest))]
[JsonSerializable(typeof(RowPage))]
[JsonSerializable(typeof(FieldCounts))]
[JsonSerializable(typeof(BucketRequest))]
[JsonSerializable(typeof(ColumnsHeader))]
[JsonSerializable(typeof(TextPage))]
[JsonSerializable(typeof(FileEntries))]
[JsonSerializable(typeof(GitRefInfo))]
[JsonSerializable(typeof(ProblemInfo))]
[JsonSerializable(typeof(Live.ChangeNotice))]
[JsonSerializable(typeof(Live.Greeting))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ApiJson : JsonSerializerContext;
