using CsCheck;
using Neptune.ML.Data;

namespace Neptune.ML.Tests.Data;

public sealed class NumberSummaryTests
{
    [Fact]
    public void Mean_and_deviation_are_those_of_the_numbers_wherever_the_zeros_come() =>
        Gen.Select(Gen.Double[-1000, 1000].Array[2, 50], Gen.Int[0, 20], Gen.Int[0, 50]).Sample((numbers, zeros, at) =>
        {
            var summary = new NumberSummary();
            for (var i = 0; i < numbers.Length; i++)
            {
                if (i == at % numbers.Length)
                    summary.AddZeros(zeros);
                summary.Add(numbers[i]);
            }

            double[] all = [.. numbers, .. Enumerable.Repeat(0.0, zeros)];
            Assert.Equal(all.Length, summary.Count);
            Assert.Equal((all.Min(), all.Max()), (summary.Min, summary.Max));
            Assert.Equal(all.Average(), summary.Mean, 1e-9);
            Assert.Equal(Math.Sqrt(all.Sum(number => Math.Pow(number - all.Average(), 2)) / (all.Length - 1)), summary.StandardDeviation, 1e-9);
        });
}
