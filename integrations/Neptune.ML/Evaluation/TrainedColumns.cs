using System.Runtime.CompilerServices;
using Microsoft.ML;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Evaluation;

/// <summary>
/// Remembers which columns the models of this process were trained with, as long as they live: neither models nor what they have scored say so. Both
/// hold the object that binds the model to columns, by which they are known here.
/// </summary>
internal static class TrainedColumns
{
    private const int MostViews = 1000;

    private static readonly ConditionalWeakTable<object, EvaluationColumns> Known = [];

    /// <param name="trainer">The trainer.</param>
    /// <param name="transformer">What it made.</param>
    public static EvaluationColumns Of(IEstimator<ITransformer> trainer, ITransformer transformer)
    {
        var (asked, usual) = (TrainerColumns.Of(trainer), new EvaluationColumns());
        return usual with
        {
            Label = asked.Label ?? usual.Label,
            Group = asked.Group ?? usual.Group,
            Features = (transformer as ISingleFeaturePredictionTransformer<object>)?.FeatureColumnName ?? usual.Features,
        };
    }

    public static void Remember(IEstimator<ITransformer> trainer, ITransformer transformer)
    {
        if (BinderOf(transformer) is { } binder)
            Known.AddOrUpdate(binder, Of(trainer, transformer));
    }

    /// <summary>The columns of the trainer whose model this is; the usual ones when it is not known.</summary>
    public static EvaluationColumns Of(ITransformer model) => BinderOf(model) is { } binder && Known.TryGetValue(binder, out var columns) ? columns : new();

    /// <summary>The columns of the trainer whose model has scored the data; the usual ones when it is not known, or not the only one.</summary>
    public static EvaluationColumns Behind(IDataView? scored)
    {
        var binders = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<IDataView>(scored is null ? [] : [scored]);
        while (open.TryPop(out var view) && seen.Count < MostViews)
        {
            if (!seen.Add(view))
                continue;
            if (Members.Read(view, "Bindable") is { } binder)
            {
                binders.Add(binder);
                continue;
            }
            foreach (var held in Members.Held<IDataView>(view))
                open.Push(held);
        }
        return binders.Count == 1 && Known.TryGetValue(binders.Single(), out var columns) ? columns : new();
    }

    private static object? BinderOf(ITransformer transformer) => Members.Read(transformer, "Scorer") is { } scorer ? Members.Read(scorer, "Bindable") : null;
}
