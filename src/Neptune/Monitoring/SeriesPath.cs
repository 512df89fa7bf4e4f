using System.Diagnostics.Metrics;
using System.Globalization;

namespace Neptune.Monitoring;

/// <summary>The path that the measurements of an instrument go to.</summary>
internal static class SeriesPath
{
    public const string Root = "metrics";

    /// <summary><c>metrics/METER/INSTRUMENT</c>, with <c>{a=1,b=2}</c> behind for tags, sorted by name.</summary>
    public static string Of(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var path = $"{Root}/{Part(instrument.Meter.Name)}/{Part(instrument.Name)}";
        return tags.IsEmpty ? path : $"{path}{{{string.Join(',', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(Shown))}}}";
    }

    private static string Shown(KeyValuePair<string, object?> tag) => $"{Part(tag.Key)}={Part(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}";

    /// <summary>One part of a path: what would part it, or is no text, becomes a <c>_</c>.</summary>
    private static string Part(string name) => string.Create(name.Length, name, static (part, source) =>
    {
        for (var i = 0; i < part.Length; i++)
            part[i] = source[i] == '/' || char.IsControl(source[i]) ? '_' : source[i];
    });
}
