using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests;

/// <summary>Seeded rows that trainers of each task can learn something from.</summary>
internal static class SampleRows
{
    public const int Slots = 4;

    public static IDataView Binary(MLContext ml, int count = 300, int seed = 1)
    {
        var random = new Random(seed);
        return ml.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ => Row(random)).ToArray());
    }

    private static BinaryRow Row(Random random)
    {
        var features = Enumerable.Range(0, Slots).Select(_ => (float)((random.NextDouble() * 2) - 1)).ToArray();
        return new() { Features = features, Label = features[0] + (0.5 * features[1] * features[2]) + (0.3 * (random.NextDouble() - 0.5)) > 0 };
    }

    private sealed class BinaryRow
    {
        [VectorType(Slots)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }
}
