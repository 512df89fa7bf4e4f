namespace Neptune.Generators.Tests.Typed;

/// <summary>A number that may be missing beside a file.</summary>
[NeptuneNamespace("weights")]
public sealed record WeightParams
{
    public int? Depth { get; init; }

    public NeptuneFile? Content { get; init; }
}
