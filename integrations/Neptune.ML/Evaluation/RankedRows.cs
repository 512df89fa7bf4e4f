namespace Neptune.ML.Evaluation;

/// <summary>
/// The rows of a two-class evaluation from the highest score to the lowest, counted: at each score that occurs, how many positives and
/// negatives are at or above it. ROC, precision-recall and lift curves are read off it. Rows without a score or a label do not count.
/// </summary>
internal sealed class RankedRows
{
    private readonly List<double> thresholds = [];
    private readonly List<long> truePositives = [];
    private readonly List<long> falsePositives = [];

    public RankedRows(double[] scores, bool[] labels)
    {
        var order = Enumerable.Range(0, scores.Length).Where(i => !double.IsNaN(scores[i])).ToArray();
        Array.Sort(Array.ConvertAll(order, i => -scores[i]), order);
        foreach (var row in order)
        {
            if (labels[row])
                Positives++;
            else
                Negatives++;
            if (thresholds.Count > 0 && thresholds[^1] == scores[row])
            {
                (truePositives[^1], falsePositives[^1]) = (Positives, Negatives);
                continue;
            }
            thresholds.Add(scores[row]);
            truePositives.Add(Positives);
            falsePositives.Add(Negatives);
        }
    }

    public long Positives { get; private set; }

    public long Negatives { get; private set; }

    public IReadOnlyList<double> Thresholds => thresholds;

    /// <summary>Whether there is something to draw: rows of both classes.</summary>
    public bool HasBothClasses => Positives > 0 && Negatives > 0;

    public double Recall(int at) => (double)truePositives[at] / Positives;

    public double FalsePositiveRate(int at) => (double)falsePositives[at] / Negatives;

    public double Precision(int at) => (double)truePositives[at] / Selected(at);

    /// <summary>The share of all rows that is at or above the threshold.</summary>
    public double Share(int at) => (double)Selected(at) / (Positives + Negatives);

    /// <summary>How many times more positives there are among the rows at or above the threshold than among all.</summary>
    public double Lift(int at) => Precision(at) / ((double)Positives / (Positives + Negatives));

    /// <summary>The area under the ROC curve by the trapezoid rule.</summary>
    public double AreaUnderRoc()
    {
        var (area, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < thresholds.Count; i++)
        {
            area += (FalsePositiveRate(i) - x) * (Recall(i) + y) / 2;
            (x, y) = (FalsePositiveRate(i), Recall(i));
        }
        return area;
    }

    /// <summary>Up to <paramref name="most"/> thresholds, evenly spaced, with the first and the last.</summary>
    public IReadOnlyList<int> Sample(int most) => thresholds.Count <= most
        ? [.. Enumerable.Range(0, thresholds.Count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (thresholds.Count - 1) / (most - 1)))];

    private long Selected(int at) => truePositives[at] + falsePositives[at];
}
