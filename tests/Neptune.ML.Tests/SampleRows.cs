using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests;

/// <summary>Seeded rows with a label for each task, from which trainers can learn something.</summary>
internal static class SampleRows
{
    public const int Slots = 4;
    public const int Classes = 3;
    private const int GroupSize = 10;
    private const int Grades = 5;

    public static IDataView Load(MLContext ml, int count = 300, int seed = 1) => ml.Data.LoadFromEnumerable(Make(count, seed));

    private static SampleRow[] Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => Row(random, index))];
    }

    private static SampleRow Row(Random random, int index)
    {
        var features = Enumerable.Range(0, Slots).Select(_ => (float)((random.NextDouble() * 2) - 1)).ToArray();
        var score = features[0] + (0.5 * features[1] * features[2]) + (0.3 * (random.NextDouble() - 0.5));
        return new()
        {
            Features = features,
            Label = score > 0,
            Class = (uint)Math.Clamp((int)((score + 0.5) * Classes), 0, Classes - 1),
            Target = (float)Math.Exp(score),
            Grade = (uint)Math.Clamp((int)((score + 1) * Grades / 2), 0, Grades - 1),
            Group = (uint)(index / GroupSize),
        };
    }
}
