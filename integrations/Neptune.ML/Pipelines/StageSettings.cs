using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>What a stage was made with, as far as it tells.</summary>
/// <param name="Values">The settings in order.</param>
/// <param name="Defaults">The paths of those that have the value that they have if nobody sets them; empty where that is not known.</param>
internal sealed record StageSettings(IReadOnlyList<Setting> Values, IReadOnlyCollection<string> Defaults)
{
    public static StageSettings Of(IEstimator<ITransformer> stage)
    {
        if (TrainerOptions.Of(stage) is not { } options)
            return new(SettingReader.OfStage(stage, InnerTrainer.Of(stage) is { } inner ? [inner] : []), []);
        var values = SettingReader.OfOptions(options);
        var defaults = TrainerOptions.New(options) is { } untouched ? SettingReader.OfOptions(untouched).ToHashSet() : [];
        return new(values, [.. values.Where(defaults.Contains).Select(value => value.Path)]);
    }

    /// <summary>The settings that are new or other than before.</summary>
    public IEnumerable<Setting> Since(StageSettings before) => Values.Except(before.Values);
}
