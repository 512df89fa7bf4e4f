namespace Neptune;

/// <summary>One point of a series.</summary>
/// <typeparam name="T">The type of the value: <see cref="double"/>, <see cref="string"/> or <see cref="NeptuneFileInfo"/>.</typeparam>
/// <param name="Step">The step, unique in its series.</param>
/// <param name="Value">The value.</param>
/// <param name="Timestamp">When it was logged, in UTC, to the millisecond.</param>
public readonly record struct SeriesPoint<T>(double Step, T Value, DateTimeOffset Timestamp);
