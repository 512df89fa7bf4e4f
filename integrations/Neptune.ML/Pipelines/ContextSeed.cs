using Microsoft.ML;
using Neptune.ML.Training;

namespace Neptune.ML.Pipelines;

/// <summary>The seed of the <see cref="MLContext"/> that a pipeline was made with.</summary>
internal static class ContextSeed
{
    /// <summary>Null when the context has none, and its trainings differ from each other.</summary>
    public static int? Of(IEnumerable<IEstimator<ITransformer>> stages)
    {
        foreach (var host in stages.SelectMany(HostSearch.In))
        {
            if (Members.Field(host.GetType(), "Root")?.GetValue(host) is { } root)
                return Members.Field(root.GetType(), "<Seed>k__BackingField")?.GetValue(root) as int?;
        }
        return null;
    }
}
