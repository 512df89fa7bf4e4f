namespace Neptune.Storage;

/// <summary>Consecutive points of a float series drawn as one: exactly those from <paramref name="FirstStep"/> to <paramref name="LastStep"/>.</summary>
/// <param name="Min">The smallest value that is not NaN; NaN when there is none.</param>
/// <param name="Max">The largest value that is not NaN; NaN when there is none.</param>
/// <param name="Mean">The mean of the finite values; NaN when there is none.</param>
/// <param name="LastTicks">The time of the last point, UTC ticks.</param>
internal readonly record struct FloatBucket(double FirstStep, double LastStep, long Count, double Min, double Max, double Mean, double First, double Last, long LastTicks);
