using Microsoft.ML;

namespace Neptune.ML.Tests;

/// <summary>A trainer that the integration is tested with.</summary>
/// <param name="Name">What ML.NET calls it.</param>
/// <param name="Make">Makes it with few iterations and one thread.</param>
public sealed record TrainerCase(string Name, Func<MLContext, IEstimator<ITransformer>> Make)
{
    public override string ToString() => Name;
}
