using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>What LightGBM itself was told. It holds what ML.NET chose where an option was left open.</summary>
internal static class NativeOptions
{
    private const string Field = "GbmOptions";

    private static readonly Dictionary<string, string> OptionOf = new()
    {
        ["learning_rate"] = "LearningRate",
        ["num_leaves"] = "NumberOfLeaves",
        ["min_data_per_leaf"] = "MinimumExampleCountPerLeaf",
    };

    /// <summary>All options under their native names; empty for other trainers.</summary>
    public static IEnumerable<Setting> Of(object trainer) => Values(trainer).Select(pair => new Setting(pair.Key, SettingValue.Of(pair.Value)!));

    /// <summary>What was chosen for options that were left open.</summary>
    public static IEnumerable<Setting> Chosen(object trainer, StageSettings asked) => Values(trainer)
        .Where(pair => OptionOf.TryGetValue(pair.Key, out var option) && !asked.Values.Any(value => value.Path == option))
        .Select(pair => new Setting(OptionOf[pair.Key], SettingValue.Of(pair.Value)!));

    private static IEnumerable<KeyValuePair<string, object>> Values(object trainer) =>
        (Members.Field(trainer.GetType(), Field)?.GetValue(trainer) as IReadOnlyDictionary<string, object> ?? new Dictionary<string, object>()).Where(pair => pair.Value is not null && SettingValue.Of(pair.Value) is not null);
}
