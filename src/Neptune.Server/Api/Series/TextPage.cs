namespace Neptune.Server.Api;

/// <summary>Points of a string series.</summary>
/// <param name="Points">Ordered by step.</param>
/// <param name="More">Whether there are more in the direction that was asked for.</param>
internal sealed record TextPage(IReadOnlyList<TextPoint> Points, bool More);

/// <summary>A point of a string series.</summary>
/// <param name="Step">The step.</param>
/// <param name="Value">The text.</param>
/// <param name="Time">When it was logged.</param>
internal sealed record TextPoint(double Step, string Value, DateTimeOffset Time);
