using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Neptune.ML.Pipelines;

/// <summary>The object with the options that a trainer was made with.</summary>
internal static class TrainerOptions
{
    /// <summary>
    /// Nearly every trainer keeps its options in a field that is not public but whose type is: it is found by that type, as names differ. Those of
    /// TorchSharp have the type of options of transforms. Null for trainers that keep their options one by one.
    /// </summary>
    public static object? Of(object trainer) => Of<TrainerInputBase>(trainer) ?? (StageName.IsTrainer(trainer) ? Of<TransformInputBase>(trainer) : null);

    /// <summary>Options of the same type that nobody has set; null when the type has no constructor for that.</summary>
    public static object? New(object options) => options.GetType().GetConstructor([])?.Invoke([]);

    /// <summary>
    /// Whether a stage is a trainer. The field-aware factorization machine is one without saying so in public, but has an internal interface for
    /// it; the trainers of TorchSharp are only called so.
    /// </summary>
    public static bool IsTrainer(object stage) => StageName.IsTrainer(stage) || stage.GetType().GetInterfaces().Any(type =>
        (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITrainerEstimator<,>)) || type.FullName == "Microsoft.ML.ITrainer");

    private static object? Of<TOptions>(object trainer) => Members.Fields(trainer.GetType())
        .Where(field => typeof(TOptions).IsAssignableFrom(field.FieldType))
        .Select(field => field.GetValue(trainer))
        .FirstOrDefault(options => options is not null);
}
