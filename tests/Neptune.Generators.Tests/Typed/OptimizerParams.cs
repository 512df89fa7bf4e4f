namespace Neptune.Generators.Tests.Typed;

public sealed class OptimizerParams
{
    public string Name { get; set; } = "adam";

    public double Beta1 { get; set; } = 0.9;
}
