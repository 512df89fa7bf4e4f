namespace Neptune.ML.Charts;

/// <summary>Points of a chart and how they are drawn.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Style">How they are drawn.</param>
/// <param name="X">Where they are; as many as <paramref name="Y"/>.</param>
/// <param name="Y">How high they are.</param>
internal sealed record ChartLine(string Name, ChartStyle Style, IReadOnlyList<double> X, IReadOnlyList<double> Y);
