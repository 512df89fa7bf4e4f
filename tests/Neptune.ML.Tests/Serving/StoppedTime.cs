namespace Neptune.ML.Tests.Serving;

/// <summary>Time that goes on when the test says so.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
