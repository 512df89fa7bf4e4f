using System.Globalization;

namespace Neptune.Cli.Output;

/// <summary>Durations as people read them.</summary>
internal static class Duration
{
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86400;

    public static string Of(double seconds) => seconds switch
    {
        < Minute => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s"),
        < Hour => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / Minute)} min {Math.Floor(seconds % Minute)} s"),
        < Day => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / Hour)} h {Math.Floor(seconds % Hour / Minute)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / Day)} d {Math.Floor(seconds % Day / Hour)} h"),
    };
}
