using System.Globalization;

namespace Neptune.ML.Pipelines;

/// <summary>How many iterations, epochs or trees a trainer was asked for at most.</summary>
internal static class IterationCount
{
    private static readonly string[] Names = ["MaximumNumberOfIterations", "NumberOfIterations", "NumberOfTrees", "_numIterations", "_maxIterations"];

    /// <summary>Null when the trainer has no such option, chooses the number itself, or goes on until it converges.</summary>
    public static double? Of(object trainer)
    {
        var holder = TrainerOptions.Of(trainer) ?? trainer;
        return Names.Select(name => Members.Field(holder.GetType(), name)?.GetValue(holder)).FirstOrDefault(value => value is not null) is IConvertible count and not int.MaxValue
            ? count.ToDouble(CultureInfo.InvariantCulture)
            : null;
    }
}
