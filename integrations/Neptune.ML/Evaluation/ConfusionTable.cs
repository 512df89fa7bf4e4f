using System.Reflection;
using Microsoft.ML.Data;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>How often each class was taken for each: rows are what is true, columns what was predicted.</summary>
/// <param name="Classes">The names of the classes.</param>
/// <param name="Counts">Rows of true class by columns of predicted class.</param>
/// <param name="LogLoss">The log loss of each class, where it was measured.</param>
internal sealed record ConfusionTable(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Counts, IReadOnlyList<double>? LogLoss = null)
{
    private const int MostCells = 50;

    /// <summary>The names of the classes are in a field that is not public; without it they are numbered.</summary>
    private static readonly FieldInfo? Indicators = typeof(ConfusionMatrix).GetField("PredictedClassesIndicators", BindingFlags.Instance | BindingFlags.NonPublic);

    public static ConfusionTable Of(BinaryClassificationMetrics metrics) => new(["positive", "negative"], metrics.ConfusionMatrix.Counts);

    /// <param name="metrics">The metrics.</param>
    /// <param name="names">The names of the classes, where the scored data have them.</param>
    public static ConfusionTable Of(MulticlassClassificationMetrics metrics, IReadOnlyList<string>? names)
    {
        var matrix = metrics.ConfusionMatrix;
        if (names?.Count != matrix.NumberOfClasses)
            names = (Indicators?.GetValue(matrix) as IReadOnlyList<ReadOnlyMemory<char>>)?.Select(name => name.ToString()).ToArray();
        if (names?.Count != matrix.NumberOfClasses)
            names = [.. Enumerable.Range(0, matrix.NumberOfClasses).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return new(names, matrix.Counts, metrics.PerClassLogLoss);
    }

    public double Support(int row) => Counts[row].Sum();

    public double Recall(int row) => Ratio(Counts[row][row], Support(row));

    public double Precision(int row) => Ratio(Counts[row][row], Counts.Sum(counts => counts[row]));

    public double F1(int row) => Ratio(2 * Precision(row) * Recall(row), Precision(row) + Recall(row));

    /// <summary>The matrix as CSV.</summary>
    public string Matrix()
    {
        var table = new Csv(["true \\ predicted", .. Classes]);
        for (var row = 0; row < Classes.Count; row++)
            table.Add([Classes[row], .. Counts[row]]);
        return table.ToString();
    }

    /// <summary>Precision, recall, F1, support and, where measured, log loss of each class and on average, as CSV.</summary>
    public string Report()
    {
        var table = new Csv(["class", "precision", "recall", "f1", "support", .. LogLoss is null ? [] : (string[])["log_loss"]]);
        var total = Counts.Sum(counts => counts.Sum());
        for (var row = 0; row < Classes.Count; row++)
            table.Add([Classes[row], Precision(row), Recall(row), F1(row), Support(row), .. LogLoss is null ? [] : (object?[])[LogLoss[row]]]);
        table.Add(["macro average", .. Average(_ => 1.0 / Classes.Count), total]);
        table.Add(["weighted average", .. Average(row => Ratio(Support(row), total)), total]);
        return table.ToString();
    }

    /// <summary>The matrix as a chart; <see langword="null"/> when there are more classes than anybody could read.</summary>
    public Chart? Chart() => Classes.Count > MostCells ? null
        : new MatrixChart("confusion_matrix", "Confusion matrix", new("Predicted", Labels: Classes), new("True", Labels: Classes), Counts);

    private object?[] Average(Func<int, double> weight) =>
        [.. new Func<int, double>[] { Precision, Recall, F1 }.Select(measure => (object?)Enumerable.Range(0, Classes.Count).Sum(row => weight(row) * measure(row)))];

    /// <summary>A class that never occurs, or is never predicted, has no errors and no hits: 0, as scikit-learn reports it.</summary>
    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
