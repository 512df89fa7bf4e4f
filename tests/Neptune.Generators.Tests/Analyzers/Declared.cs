namespace Neptune.Generators.Tests.Analyzers;

/// <summary>The annotated types that tests of paths share.</summary>
internal static class Declared
{
    public const string Types = """
        [NeptuneNamespace("params")]
        public sealed record TrainParams
        {
            public double Lr { get; init; } = 0.01;
            public int BatchSize { get; init; } = 64;
            public double? Dropout { get; init; }
            public Activation Activation { get; init; }
            public IReadOnlyList<int> Layers { get; init; } = new[] { 128, 64 };
            public Dictionary<string, double> Weights { get; init; } = new();
            public OptimizerParams Optimizer { get; init; } = new();
        }

        public sealed record OptimizerParams
        {
            public string Name { get; init; } = "adam";
            public double Beta1 { get; init; } = 0.9;
        }

        public enum Activation
        {
            ReLU,
            Tanh,
        }

        [NeptuneNamespace("train")]
        public partial class TrainMetrics
        {
            public FloatSeries Loss { get; }
            public FloatSeries Acc { get; }
            public StringSeries Log { get; }
            public StringSet Labels { get; }
        }
        """;
}
