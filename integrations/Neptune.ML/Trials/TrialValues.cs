namespace Neptune.ML.Trials;

/// <summary>What became of a trial.</summary>
/// <param name="Run">The id of its child run.</param>
/// <param name="Status">Completed or failed.</param>
/// <param name="Pipeline">What was trained.</param>
/// <param name="Metric">The metric that the experiment optimizes.</param>
/// <param name="Loss">The same, as something to make small.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record TrialValues(string Run, string Status, string Pipeline, double? Metric, double? Loss, double? Seconds);
