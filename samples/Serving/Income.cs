namespace Serving;

/// <summary>What the model answers.</summary>
internal sealed class Income
{
    /// <summary>Whether the income is above 50,000 dollars.</summary>
    public bool PredictedLabel { get; set; }

    public float Probability { get; set; }
}
