using System.Globalization;
using System.Text;

namespace Neptune.Benchmarks.Reporting;

/// <summary>What a measurement came to.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="How">How it was measured.</param>
/// <param name="Figures">The rows.</param>
internal sealed record Report(string Title, string How, IReadOnlyList<Figure> Figures)
{
    private const string Header =
        """
        | what | unit | median | min | max | n | budget | reserve | beside | ratio |
        |---|---|---:|---:|---:|---:|---:|---:|---|---:|

        """;

    private const string Legend = "Reserve: how often the median fits into the budget; below 1 it is missed. Ratio: the median over the median of the row named beside.";

    /// <param name="machine">What <see cref="Machine.Describe"/> said before the measurement.</param>
    public string ToMarkdown(string machine)
    {
        var text = new StringBuilder($"# {Title}\n\n{How}\n\n{Header}");
        foreach (var figure in Figures)
            text.Append(Row(figure));
        return text.Append(CultureInfo.InvariantCulture, $"\n{Legend}\n\n```\n{machine}\n```\n").ToString();
    }

    private static string Row(Figure figure)
    {
        var (samples, budget, beside) = (figure.Samples, figure.Budget, figure.Beside);
        object?[] cells =
        [
            figure.Name, figure.Unit, Number(samples.Median), Number(samples.Min), Number(samples.Max), samples.Count,
            budget, budget is null ? "" : Number(budget.Reserve(samples.Median)),
            beside?.Name, beside is null ? "" : Number(samples.Median / beside.Samples.Median),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "∞" : value.ToString(Math.Abs(value) switch
    {
        0 => "F0",
        >= 100 => "F0",
        >= 10 => "F1",
        >= 1 => "F2",
        _ => "F3",
    }, CultureInfo.InvariantCulture);
}
