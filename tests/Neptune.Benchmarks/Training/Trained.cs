namespace Neptune.Benchmarks.Training;

/// <summary>What one training took.</summary>
/// <param name="Elapsed">Seconds from the call of Fit to its return.</param>
/// <param name="Processor">Seconds of processor time, of all threads.</param>
internal readonly record struct Trained(double Elapsed, double Processor);
