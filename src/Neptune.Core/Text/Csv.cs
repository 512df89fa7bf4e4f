using System.Buffers;
using System.Globalization;

namespace Neptune.Core;

/// <summary>Series and artifacts as CSV (RFC 4180), one line per point or file.</summary>
internal static class Csv
{
    private const string Header = "step,value,timestamp";
    private const string ArtifactHeader = "path,hash,size,modified,location";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(TextWriter to, FloatPoints points)
    {
        to.WriteLine(Header);
        for (var i = 0; i < points.Count; i++)
            WriteLine(to, points.Steps[i], FieldText.Of(points.Values[i]), points.Times[i]);
    }

    public static void Write(TextWriter to, IEnumerable<StringPoint> points)
    {
        to.WriteLine(Header);
        foreach (var point in points)
            WriteLine(to, point.Step, Quoted(point.Value), point.Ticks);
    }

    public static void Write(TextWriter to, IEnumerable<ArtifactFile> files)
    {
        to.WriteLine(ArtifactHeader);
        foreach (var file in files)
        {
            var size = file.Size is { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) : "";
            var modified = file.Modified is { } time ? FieldText.Time(time.UtcTicks) : "";
            to.WriteLine($"{Quoted(file.Path)},{Quoted(file.Hash)},{size},{modified},{Quoted(file.Location)}");
        }
    }

    private static void WriteLine(TextWriter to, double step, string value, long ticks)
    {
        to.Write(FieldText.Of(step));
        to.Write(',');
        to.Write(value);
        to.Write(',');
        to.WriteLine(FieldText.Time(ticks));
    }

    /// <summary>A text as one cell.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
