namespace Neptune.ML.Tests.Serving;

/// <summary>What a model says about a row.</summary>
public sealed class Finding
{
    public float Score { get; set; }

    public float Probability { get; set; }

    public bool PredictedLabel { get; set; }
}
