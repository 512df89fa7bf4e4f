namespace Neptune.Cli.Reporting.Content;

/// <summary>The curves of one metric: of all objects, and of all parts of the data.</summary>
/// <param name="Namespace">Where the metric is, without the part of the data; empty for the root.</param>
/// <param name="Name">The metric.</param>
/// <param name="Curves">The curves, in the order of the objects.</param>
internal sealed record CurveChart(string Namespace, string Name, IReadOnlyList<Curve> Curves);
