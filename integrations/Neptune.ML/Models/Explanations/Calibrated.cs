using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Models.Explanations;

/// <summary>
/// Looks into models that consist of others. Their types are generic in what they hold, or keep it to themselves, so they are read by the
/// names of their properties; where a name is missing the model stays whole and unexplained.
/// </summary>
internal static class Calibrated
{
    /// <summary>The model under a calibrator, or the model itself.</summary>
    public static object Inner(object model) => Members.Read(model, "SubModel") is { } inner ? Inner(inner) : model;

    /// <summary>The models of the classes that a one-versus-all model consists of; <see langword="null"/> when it is no such model.</summary>
    public static IReadOnlyList<object>? OnePerClass(object model) =>
        Members.Read(model, "SubModelParameters") is System.Collections.IEnumerable parts ? [.. parts.Cast<object>().Select(Inner)] : null;

    /// <summary>
    /// The models of the pairs of classes that a pairwise coupling consists of, row by row of the lower triangle: the class of the row against that of the
    /// column, on the diagonal against all others; <see langword="null"/> when it is no such model.
    /// </summary>
    public static IReadOnlyList<object>? OnePerPair(object model) =>
        model is PairwiseCouplingModelParameters && Members.Read(model, "_predictors") is System.Collections.IEnumerable parts ? [.. parts.Cast<object>().Select(Inner)] : null;
}
