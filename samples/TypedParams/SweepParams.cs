using Neptune;

namespace TypedParams;

/// <summary>What one training of the sweep is given. Every property is a field below <c>params</c>.</summary>
[NeptuneNamespace("params")]
internal sealed record SweepParams
{
    public int Trees { get; init; } = 50;

    public int Leaves { get; init; } = 20;

    public double LearningRate { get; init; } = 0.2;

    /// <summary>Which sweep the training belongs to.</summary>
    public string Sweep { get; init; } = "";
}
