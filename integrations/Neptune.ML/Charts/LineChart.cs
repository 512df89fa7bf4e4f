namespace Neptune.ML.Charts;

/// <summary>Lines, points and bars over two axes.</summary>
internal sealed record LineChart(string Name, string Title, ChartAxis X, ChartAxis Y, IReadOnlyList<ChartLine> Lines) : Chart(Name, Title, X, Y);
