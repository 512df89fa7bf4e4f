using Neptune.ML.Charts;

namespace Neptune.ML.Models.Explanations;

/// <summary>Numbers of features, for one or several classes: as CSV, and those of the largest amount as a chart.</summary>
/// <param name="Name">The field.</param>
/// <param name="Title">What the chart is called.</param>
/// <param name="Measure">What the numbers are.</param>
/// <param name="Features">The names of the features.</param>
/// <param name="Classes">The names of the classes; one that is empty for models without.</param>
/// <param name="Values">A number for each feature, for each class.</param>
internal sealed record FeatureTable(string Name, string Title, string Measure, IReadOnlyList<string> Features, IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Values)
{
    private const int MostBars = 25;
    private const int MostCharacters = 40;

    public void Log(NeptuneObject target, string path)
    {
        target[path][Name].Upload(NeptuneFile.FromText(ToCsv(), "csv"));
        if (Features.Count > 0)
            ChartLog.Write(target, path, Chart());
    }

    /// <summary>The features by the amount of their numbers, largest first.</summary>
    private IEnumerable<int> Ordered => Enumerable.Range(0, Features.Count).OrderByDescending(feature => Values.Sum(values => Math.Abs(values[feature])));

    private string ToCsv()
    {
        var table = new Csv(["feature", .. Classes.Count == 1 ? [Measure] : Classes]);
        foreach (var feature in Ordered)
            table.Add([Features[feature], .. Values.Select(values => (object?)values[feature])]);
        return table.ToString();
    }

    /// <summary>The largest on top. Of several classes the bars are the mean amounts.</summary>
    private LineChart Chart()
    {
        var shown = Ordered.Take(MostBars).Reverse().ToArray();
        var single = Classes.Count == 1;
        return new(
            Path.GetFileName(Name),
            Title,
            new(single ? Measure : $"Mean amount of {Measure} over the classes"),
            new("", Labels: [.. shown.Select(feature => Short(Features[feature]))]),
            [new(Measure, ChartStyle.FlatBars, [.. shown.Select(feature => single ? Values[0][feature] : Values.Average(values => Math.Abs(values[feature])))], [.. shown.Select((_, i) => (double)i)])]);
    }

    private static string Short(string name) => name.Length <= MostCharacters ? name : $"{name[..MostCharacters]}…";
}
