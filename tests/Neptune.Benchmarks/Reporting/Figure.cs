namespace Neptune.Benchmarks.Reporting;

/// <summary>One row of a report.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Samples">Its repeats.</param>
internal sealed record Figure(string Name, string Unit, Samples Samples)
{
    public Budget? Budget { get; init; }

    /// <summary>The floor or peer that stands beside it.</summary>
    public Figure? Beside { get; init; }
}
