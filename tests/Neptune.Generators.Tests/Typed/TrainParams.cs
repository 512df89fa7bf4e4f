namespace Neptune.Generators.Tests.Typed;

/// <summary>What a training is given.</summary>
[NeptuneNamespace("params")]
public sealed record TrainParams
{
    /// <summary>The learning rate.</summary>
    public double Lr { get; init; } = 0.01;

    public int BatchSize { get; init; } = 64;

    public Activation Activation { get; init; }

    public double? Dropout { get; init; }

    public string? Note { get; init; }

    [NeptuneField("layer_sizes")]
    public IReadOnlyList<int> Layers { get; init; } = [128, 64];

    public Dictionary<string, double> Weights { get; init; } = [];

    public OptimizerParams Optimizer { get; init; } = new() { Beta1 = 0.8 };

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    public int EffectiveBatch => BatchSize * 4;

    [NeptuneIgnore]
    public string? Secret { get; init; }
}
