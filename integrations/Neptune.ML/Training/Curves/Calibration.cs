namespace Neptune.ML.Training.Curves;

/// <summary>The way from a score to a probability: 1 / (1 + exp(slope × score + offset)).</summary>
/// <param name="Slope">Of the calibrator; below zero, as higher scores are likelier.</param>
/// <param name="Offset">Of the calibrator.</param>
internal sealed record Calibration(double Slope, double Offset)
{
    /// <summary>That of a logistic model, whose score is the logarithm of the odds.</summary>
    public static Calibration Logistic { get; } = new(-1, 0);

    public double Probability(double score) => 1 / (1 + Math.Exp((Slope * score) + Offset));
}
