using Neptune;

namespace TypedParams;

/// <summary>What is watched while training, below <c>validation</c>.</summary>
[NeptuneNamespace]
internal sealed partial class ValidationMetrics
{
    /// <summary>The log loss after every tree.</summary>
    public FloatSeries Loss { get; }
}
