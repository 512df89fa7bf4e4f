namespace Neptune.Core;

/// <summary>A point of a string series.</summary>
/// <param name="Step">The step; <see cref="FloatPoints.NextStep"/> (NaN) takes the step after the last one.</param>
/// <param name="Value">The text.</param>
/// <param name="Ticks">The time in UTC ticks (100 ns).</param>
internal readonly record struct StringPoint(double Step, string Value, long Ticks);
