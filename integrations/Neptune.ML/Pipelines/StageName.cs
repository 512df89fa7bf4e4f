namespace Neptune.ML.Pipelines;

/// <summary>What a stage of a pipeline is called: <c>OneHotEncodingEstimator</c> is <c>OneHotEncoding</c>, <c>FastTreeBinaryTrainer</c> is <c>FastTreeBinary</c>.</summary>
internal static class StageName
{
    private static readonly string[] Suffixes = ["Estimator", "Trainer"];

    public static string Of(object stage)
    {
        var name = stage.GetType().Name.Split('`')[0];
        foreach (var suffix in Suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length];
        }
        return name;
    }
}
