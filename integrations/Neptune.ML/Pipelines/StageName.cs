namespace Neptune.ML.Pipelines;

/// <summary>What a stage of a pipeline is called: <c>OneHotEncodingEstimator</c> is <c>OneHotEncoding</c>, <c>FastTreeBinaryTrainer</c> is <c>FastTreeBinary</c>.</summary>
internal static class StageName
{
    private const string TrainerSuffix = "Trainer";
    private static readonly string[] Suffixes = ["Estimator", TrainerSuffix];

    public static bool IsTrainer(object stage) => Plain(stage).EndsWith(TrainerSuffix, StringComparison.Ordinal);

    /// <summary>The name behind its place in the pipeline, so that stages sort in order: <c>02_FastTreeBinary</c>.</summary>
    public static string Numbered(int index, object stage) => $"{index:00}_{Of(stage)}";

    public static string Of(object stage)
    {
        var name = Plain(stage);
        foreach (var suffix in Suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length];
        }
        return name;
    }

    private static string Plain(object stage) => stage.GetType().Name.Split('`')[0];
}
