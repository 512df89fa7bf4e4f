namespace Neptune.ML.Tests.Serving;

/// <summary>A row of the breast cancer data. How many features there are is for the model to say.</summary>
public sealed class Cell
{
    public float[] Features { get; set; } = [];
}
