namespace Neptune.ML.Charts;

/// <summary>What a chart shows, apart from how it is drawn: the same chart becomes an interactive page and a picture.</summary>
/// <param name="Name">The field that it goes to, such as <c>precision_recall</c>.</param>
/// <param name="Title">What people read above it.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
internal abstract record Chart(string Name, string Title, ChartAxis X, ChartAxis Y);
