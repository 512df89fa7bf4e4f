namespace Neptune.Storage;

/// <summary>What is known of a series without reading its points.</summary>
/// <param name="LastStep">The largest step; NaN when the series is empty.</param>
/// <param name="LastTicks">The time of the point at the largest step, UTC ticks.</param>
/// <param name="Last">The value at the largest step; <c>null</c> when empty or a string series.</param>
/// <param name="Min">The smallest value that is not NaN.</param>
/// <param name="Max">The largest value that is not NaN.</param>
/// <param name="Mean">The mean of the finite values.</param>
/// <param name="Variance">The population variance of the finite values.</param>
internal sealed record SeriesSummary(long Count, double LastStep, long LastTicks, double? Last, string? LastText, double? Min, double? Max, double? Mean, double? Variance);
