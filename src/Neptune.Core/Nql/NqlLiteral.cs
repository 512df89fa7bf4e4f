using System.Globalization;

namespace Neptune.Core.Nql;

/// <summary>What the text of a value means as each type; <c>null</c> when it means nothing.</summary>
internal static class NqlLiteral
{
    private static readonly (string Unit, double Factor)[] Sizes =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
        ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1),
    ];

    private static readonly string[] TimeFormats =
    [
        .. from day in (string[])["yyyy-MM-dd"]
           from time in (string[])["", "THH:mm", "THH:mm:ss", "THH:mm:ss.FFFFFFF", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFFFFFF"]
           from zone in time.Length == 0 ? (string[])[""] : ["", "Z", "zzz", "zz"]
           select day + (zone == "Z" ? $"{time}'Z'" : time + zone),
    ];

    public static NqlNumber? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return new(whole, whole);
        if (Real(text) is { } real)
            return new(null, real);
        foreach (var (unit, factor) in Sizes)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                return Real(text[..^unit.Length]) is { } count && double.IsFinite(count) ? new(null, count * factor) : null;
        }
        return null;
    }

    public static bool? Bool(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;

    /// <summary>An instant as UTC ticks: a date with or without time and zone (UTC if none), or a span before now.</summary>
    public static long? Datetime(string text, DateTimeOffset now)
    {
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant.UtcTicks;
        return text is ['-', .. var count, var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            ? Before(now, units, unit)
            : null;
    }

    private static long? Before(DateTimeOffset now, int units, char unit)
    {
        try
        {
            return unit switch
            {
                's' => now.AddSeconds(-units).UtcTicks,
                'm' => now.AddMinutes(-units).UtcTicks,
                'h' => now.AddHours(-units).UtcTicks,
                'd' => now.AddDays(-units).UtcTicks,
                'w' => now.AddDays(-7.0 * units).UtcTicks,
                'M' => now.AddMonths(-units).UtcTicks,
                'y' => now.AddYears(-units).UtcTicks,
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // Before the year 1, as everything is after.
            return 0;
        }
    }

    private static double? Real(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var real))
            return real;
        return text.ToUpperInvariant() switch
        {
            "INF" or "+INF" => double.PositiveInfinity,
            "-INF" => double.NegativeInfinity,
            _ => null,
        };
    }
}
