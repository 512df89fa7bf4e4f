namespace Neptune.ML.Charts;

/// <summary>An axis of a chart.</summary>
/// <param name="Title">What it measures, with the unit if there is one.</param>
/// <param name="Min">Where it begins; <see langword="null"/>: with the data.</param>
/// <param name="Max">Where it ends; <see langword="null"/>: with the data.</param>
/// <param name="Labels">What stands at 0, 1, 2, … of an axis that has names and not numbers.</param>
internal sealed record ChartAxis(string Title, double? Min = null, double? Max = null, IReadOnlyList<string>? Labels = null)
{
    /// <summary>An axis of shares, from 0 to 1.</summary>
    public static ChartAxis Share(string title) => new(title, 0, 1);
}
