namespace Neptune.Storage.Series;

/// <summary>Times of points as they are stored: milliseconds since year 1, UTC. What is finer is cut off.</summary>
internal static class StoredTime
{
    public static long FromTicks(long utcTicks) => utcTicks / TimeSpan.TicksPerMillisecond;

    public static long ToTicks(long milliseconds) => unchecked(milliseconds * TimeSpan.TicksPerMillisecond);
}
