using System.Text;
using System.Text.Json;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>What the script of a report draws, as JSON that cannot end a script element.</summary>
internal static class ReportData
{
    public static string Of(Report report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteTexts(json, "objects", report.Objects.Select(of => of.Id));
            json.WriteStartArray("charts");
            foreach (var chart in report.Curves.Concat(report.Monitoring))
                WriteChart(json, chart);
            json.WriteEndArray();
            json.WriteStartArray("figures");
            foreach (var figure in report.Figures.OfType<PlotlyFigure>())
                json.WriteRawValue(Escaped(figure.Json));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteChart(Utf8JsonWriter json, CurveChart chart)
    {
        json.WriteStartObject();
        json.WriteString("name", chart.Name);
        json.WriteStartArray("curves");
        foreach (var curve in chart.Curves)
            WriteCurve(json, curve);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter json, Curve curve)
    {
        json.WriteStartObject();
        json.WriteNumber("object", curve.Object);
        json.WriteString("label", curve.Label);
        json.WriteString("split", curve.Split.ToString().ToLowerInvariant());
        WriteNumbers(json, "x", curve.Points.Select(StepOf), isExact: true);
        WriteNumbers(json, "y", curve.Points.Select(ValueOf));
        if (curve.IsBucketed)
        {
            WriteNumbers(json, "low", curve.Points.Select(point => double.IsFinite(point.Min) ? point.Min : ValueOf(point)));
            WriteNumbers(json, "high", curve.Points.Select(point => double.IsFinite(point.Max) ? point.Max : ValueOf(point)));
        }
        json.WriteStartArray("odd");
        foreach (var (step, value) in NotFinite.Of(curve))
        {
            json.WriteStartArray();
            json.WriteNumberValue(step);
            json.WriteStringValue(FieldText.Of(value));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static double StepOf(FloatBucket point) => point.Count == 1 ? point.FirstStep : point.FirstStep + ((point.LastStep - point.FirstStep) / 2);

    private static double ValueOf(FloatBucket point) => point.Count == 1 ? point.First : point.Mean;

    /// <summary>JSON has no NaN and no infinity; plotly.js leaves a gap where null is. Values are drawn, so that float is enough of them.</summary>
    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> values, bool isExact = false)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                json.WriteNullValue();
            else if (isExact || !float.IsFinite((float)value) || (value != 0 && (float)value == 0))
                json.WriteNumberValue(value);
            else
                json.WriteNumberValue((float)value);
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Outside of texts JSON has no such character, and within them this means the same.</summary>
    private static string Escaped(string json) => json.Replace("<", "\\u003C", StringComparison.Ordinal);
}
