namespace Neptune.ML.Training.Curves;

/// <summary>
/// Sums up, group by group, the NDCG of a ranking ensemble after each of its iterations, as <c>ml.Ranking.Evaluate</c> does it: gains 0, 3, 7, 15, 31, … for
/// grades 0, 1, 2, …, the logarithm of the rank as discount, the mean over groups.
/// </summary>
internal sealed class RankingStages(StagedModel model)
{
    private static readonly int[] Cuts = [1, 3, 5, 10];

    private readonly double[][] sums = [.. Enumerable.Range(0, model.Iterations).Select(_ => new double[Cuts.Length])];
    private readonly List<double> gains = [];
    private readonly List<double[]> scores = [];
    private double group = double.NaN;
    private long groups;

    /// <summary>Adds a row; the rows of a group follow each other.</summary>
    public void Add(float[] features, double grade, double groupOfRow)
    {
        if (groupOfRow != group)
            Finish();
        group = groupOfRow;
        if (!(grade >= 0))
            return;
        gains.Add(grade == 0 ? 0 : Math.Pow(2, grade + 1) - 1);
        var stages = new double[sums.Length];
        var score = model.Sums[0].Bias;
        for (var iteration = 0; iteration < stages.Length; iteration++)
            stages[iteration] = score += model.Sums[0].Trees[iteration].ValueOf(features);
        scores.Add(stages);
    }

    /// <summary>Counts the last group in.</summary>
    public void Finish()
    {
        if (gains.Count == 0)
            return;
        groups++;
        var ideal = Gains(gains.OrderDescending());
        for (var iteration = 0; iteration < sums.Length; iteration++)
        {
            // Of equal scores the worse row counts as the one before, so that a model gains nothing by not deciding.
            var reached = Gains(Enumerable.Range(0, gains.Count).OrderByDescending(row => (float)scores[row][iteration]).ThenBy(row => gains[row]).Select(row => gains[row]));
            for (var cut = 0; cut < Cuts.Length; cut++)
                sums[iteration][cut] += ideal[cut] > 0 ? reached[cut] / ideal[cut] : 0;
        }
        gains.Clear();
        scores.Clear();
    }

    /// <summary>The series, by name, with a value per iteration.</summary>
    public IEnumerable<(string Name, double[] Values)> Series() =>
        Cuts.Select((cut, i) => ($"ndcg@{cut}", sums.Select(sum => sum[i] / groups).ToArray()));

    /// <summary>The discounted gain at each cut.</summary>
    private static double[] Gains(IEnumerable<double> ordered)
    {
        var result = new double[Cuts.Length];
        var rank = 0;
        foreach (var gain in ordered.Take(Cuts[^1]))
        {
            var discounted = gain / Math.Log(2 + rank++);
            for (var cut = 0; cut < Cuts.Length; cut++)
            {
                if (rank <= Cuts[cut])
                    result[cut] += discounted;
            }
        }
        return result;
    }
}
