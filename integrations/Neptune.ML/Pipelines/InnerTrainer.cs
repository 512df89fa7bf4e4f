using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>The trainer that another one trains again and again: once a class by one-versus-all, once a pair of classes by pairwise coupling.</summary>
internal static class InnerTrainer
{
    /// <summary>Null for trainers that do not have one.</summary>
    public static IEstimator<ITransformer>? Of(object trainer) => TrainerOptions.IsTrainer(trainer)
        ? Members.Fields(trainer.GetType()).Where(field => !field.FieldType.IsValueType).Select(field => field.GetValue(trainer)).OfType<IEstimator<ITransformer>>().FirstOrDefault(TrainerOptions.IsTrainer)
        : null;

    /// <summary>The trainer itself and those inside it, outermost first.</summary>
    public static IEnumerable<IEstimator<ITransformer>> WithInner(IEstimator<ITransformer> trainer)
    {
        for (IEstimator<ITransformer>? at = trainer; at is not null; at = Of(at))
            yield return at;
    }
}
