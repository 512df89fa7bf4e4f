using Neptune;

namespace TypedParams;

/// <summary>How good the model is on rows that it never saw, below <c>test</c>.</summary>
[NeptuneNamespace]
internal sealed record TestMetrics
{
    public required double Auc { get; init; }

    public required double Accuracy { get; init; }
}
