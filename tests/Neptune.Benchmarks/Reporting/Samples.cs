namespace Neptune.Benchmarks.Reporting;

/// <summary>Repeats of one measurement.</summary>
internal sealed class Samples
{
    private readonly double[] sorted;

    public Samples(IEnumerable<double> values)
    {
        sorted = [.. values.Order()];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
    }

    public double Median => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>What a quarter of the repeats did not exceed.</summary>
    public double LowerQuartile => sorted[(sorted.Length - 1) / 4];

    public double Min => sorted[0];

    public double Max => sorted[^1];

    public int Count => sorted.Length;

    /// <summary>Takes each way once per round, so that what disturbs the machine disturbs all of them; the first round only warms up.</summary>
    public static Samples[] Interleaved(int rounds, params Func<double>[] ways)
    {
        var values = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                GC.Collect();
                var value = ways[way]();
                if (round > 0)
                    values[way].Add(value);
            }
        }
        return [.. values.Select(list => new Samples(list))];
    }
}
