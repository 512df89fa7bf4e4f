namespace Neptune.Core;

/// <summary>A point of a file series.</summary>
/// <param name="Step">The step; <see cref="FloatPoints.NextStep"/> (NaN) takes the step after the last one.</param>
/// <param name="Content">The file.</param>
/// <param name="Ticks">The time in UTC ticks (100 ns).</param>
/// <param name="Name">What the file is called; <see langword="null"/> when it has no name.</param>
/// <param name="Description">What the file shows; <see langword="null"/> when nobody said.</param>
internal sealed record FilePoint(double Step, FileContent Content, long Ticks, string? Name, string? Description);
