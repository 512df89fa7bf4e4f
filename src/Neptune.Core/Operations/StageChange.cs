using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neptune.Core;

/// <summary>A change of a model version's stage, as its history in <see cref="SysFields.StageHistory"/> tells it: a JSON text for each change, at the time of the change.</summary>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage since.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Comment">Why, when they said.</param>
internal sealed record StageChange(string From, string To, string By, string? Comment)
{
    /// <summary>What sets the stage and notes the change; what is no change only sets it.</summary>
    public static IReadOnlyList<Operation> Operations(string from, string to, string by, string? comment, DateTimeOffset now)
    {
        var set = new AssignOperation(SysFields.Stage, ScalarValue.String(to));
        if (from == to && comment is null)
            return [set];
        var change = JsonSerializer.Serialize(new StageChange(from, to, by, comment), StageChangeJson.Default.StageChange);
        return [set, new AppendStringsOperation(SysFields.StageHistory, [new(FloatPoints.NextStep, change, now.UtcTicks)])];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageChange))]
internal sealed partial class StageChangeJson : JsonSerializerContext;
