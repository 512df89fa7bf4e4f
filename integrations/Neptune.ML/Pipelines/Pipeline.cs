using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Pipelines;

/// <summary>Takes pipelines apart. <see cref="EstimatorChain{T}"/> does not show its stages, so they are read from its fields.</summary>
internal static class Pipeline
{
    private const string StagesField = "_estimators";
    private const string CacheField = "_needCacheAfter";

    /// <summary>The stages in order; chains within chains are taken apart too.</summary>
    public static IReadOnlyList<IEstimator<ITransformer>> Flatten(IEstimator<ITransformer> pipeline) =>
        StagesOf(pipeline) is { } stages ? [.. stages.SelectMany(Flatten)] : [pipeline];

    /// <summary>
    /// A copy of the pipeline whose stages are trained by an observer. It is the same chain in all else: ML.NET's own code caches, draws random
    /// numbers and builds the model. The original stays as it is.
    /// </summary>
    /// <param name="note">Is told when the chain cannot be copied; it is then observed as a whole.</param>
    public static IEstimator<TTransformer> Observed<TTransformer>(IEstimator<TTransformer> pipeline, StageObserver observer, Action<string> note)
        where TTransformer : class, ITransformer
    {
        if (StagesOf(pipeline) is not { } stages)
        {
            if (IsChain(pipeline))
                note($"the stages of {pipeline.GetType().Name} cannot be read in this version of ML.NET: the pipeline is trained as one stage");
            return new ObservedStage<TTransformer>(pipeline, observer);
        }
        var copy = Members.ShallowCopy(pipeline);
        Members.Field(copy.GetType(), StagesField)!.SetValue(copy, stages.Select(stage => Observed(stage, observer, note)).ToArray());
        return copy;
    }

    /// <summary>The stages, by their place in the outermost chain, after which the rows are cached.</summary>
    public static IReadOnlyList<int> CachePoints(IEstimator<ITransformer> pipeline) =>
        IsChain(pipeline) && Members.Field(pipeline.GetType(), CacheField)?.GetValue(pipeline) is bool[] cached ? [.. Enumerable.Range(0, cached.Length).Where(index => cached[index])] : [];

    private static IEstimator<ITransformer>[]? StagesOf(object pipeline) =>
        IsChain(pipeline) ? Members.Field(pipeline.GetType(), StagesField)?.GetValue(pipeline) as IEstimator<ITransformer>[] : null;

    private static bool IsChain(object pipeline) => pipeline.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(EstimatorChain<>);
}
