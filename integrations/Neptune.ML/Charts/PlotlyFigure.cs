using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Neptune.ML.Charts;

/// <summary>A chart in the JSON that plotly.js draws: <c>{ "data": […], "layout": {…} }</c>. Text in it cannot end a script element.</summary>
internal static class PlotlyFigure
{
    private const int LargestText = 18;
    private const int SmallestText = 6;
    private const int RoomForText = 160;

    public static string Of(Chart chart)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            if (chart is LineChart lines)
                WriteLines(json, lines);
            else if (chart is MatrixChart matrix)
                WriteHints(json, matrix);
            json.WriteEndArray();
            WriteLayout(json, chart);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteLines(Utf8JsonWriter json, LineChart chart)
    {
        for (var i = 0; i < chart.Lines.Count; i++)
            WriteLine(json, chart.Lines[i], ChartColors.Of(i));
    }

    private static void WriteLine(Utf8JsonWriter json, ChartLine line, string color)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        json.WriteString("type", line.Style is ChartStyle.Bars or ChartStyle.FlatBars ? "bar" : "scatter");
        if (line.Style is ChartStyle.FlatBars)
            json.WriteString("orientation", "h");
        json.WriteString("mode", line.Style switch { ChartStyle.Points => "markers", ChartStyle.MarkedLine => "lines+markers", _ => "lines" });
        json.WriteStartObject("line");
        json.WriteString("color", line.Style is ChartStyle.Reference ? ChartColors.Reference : color);
        if (line.Style is ChartStyle.Reference)
            json.WriteString("dash", "dash");
        if (line.Style is ChartStyle.ThinLine)
            json.WriteNumber("width", 1);
        if (line.Style is ChartStyle.Steps)
            json.WriteString("shape", "hv");
        json.WriteEndObject();
        json.WriteStartObject("marker");
        json.WriteString("color", color);
        if (line.Style is ChartStyle.Points)
            json.WriteNumber("opacity", 0.5);
        json.WriteEndObject();
        WriteNumbers(json, "x", line.X);
        WriteNumbers(json, "y", line.Y);
        json.WriteEndObject();
    }

    /// <summary>The cells of a matrix are shapes of the layout; these invisible points over them carry the number and what hovering shows.</summary>
    private static void WriteHints(Utf8JsonWriter json, MatrixChart chart)
    {
        for (var row = 0; row < chart.Cells.Count; row++)
        {
            json.WriteStartObject();
            json.WriteString("type", "scatter");
            json.WriteString("mode", "text");
            json.WriteString("hoverinfo", "text");
            json.WriteBoolean("showlegend", false);
            WriteNumbers(json, "x", [.. chart.Cells[row].Select((_, column) => (double)column)]);
            WriteNumbers(json, "y", [.. chart.Cells[row].Select(_ => (double)row)]);
            WriteTexts(json, "text", chart.Cells[row].Select(Number));
            var at = row;
            WriteTexts(json, "hovertext", chart.Cells[row].Select((cell, column) => Hint(chart, at, column, cell)));
            json.WriteStartObject("textfont");
            json.WriteNumber("size", Math.Clamp(RoomForText / chart.Cells.Count, SmallestText, LargestText));
            WriteTexts(json, "color", chart.Cells[row].Select((_, column) => chart.ShareOfRow(at, column) > 0.5 ? "#FFFFFF" : "#000000"));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static string Hint(MatrixChart chart, int row, int column, double cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{chart.Y.Title} {chart.Y.Labels![row]}, {chart.X.Title} {chart.X.Labels![column]}: {cell} ({chart.ShareOfRow(row, column):P1})");

    private static void WriteLayout(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject("layout");
        WriteTitle(json, chart.Title);
        WriteAxis(json, "xaxis", chart.X, downwards: false);
        WriteAxis(json, "yaxis", chart.Y, downwards: chart is MatrixChart);
        json.WriteString("hovermode", "closest");
        json.WriteNumber("bargap", chart.X.Labels is null && chart.Y.Labels is null ? 0 : 0.2);
        json.WriteString("barmode", "overlay");
        json.WriteString("plot_bgcolor", "#FFFFFF");
        if (chart is MatrixChart matrix)
            WriteCells(json, matrix);
        json.WriteEndObject();
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, ChartAxis axis, bool downwards)
    {
        json.WriteStartObject(name);
        WriteTitle(json, axis.Title);
        json.WriteString("gridcolor", "#E5E5E5");
        json.WriteString("zerolinecolor", "#BBBBBB");
        json.WriteBoolean("automargin", true);
        if (axis.Labels is { } labels)
        {
            json.WriteBoolean("showgrid", false);
            json.WriteBoolean("zeroline", false);
            WriteNumbers(json, "tickvals", [.. labels.Select((_, i) => (double)i)]);
            WriteTexts(json, "ticktext", labels);
            WriteNumbers(json, "range", downwards ? [labels.Count - 0.5, -0.5] : [-0.5, labels.Count - 0.5]);
        }
        else if (axis is { Min: { } min, Max: { } max })
        {
            var margin = (max - min) * 0.02;
            WriteNumbers(json, "range", [min - margin, max + margin]);
        }
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, MatrixChart chart)
    {
        json.WriteStartArray("shapes");
        for (var row = 0; row < chart.Cells.Count; row++)
        {
            for (var column = 0; column < chart.Cells[row].Count; column++)
            {
                json.WriteStartObject();
                json.WriteString("type", "rect");
                json.WriteString("layer", "below");
                json.WriteString("fillcolor", ChartColors.Shade);
                json.WriteNumber("opacity", Math.Round(chart.ShareOfRow(row, column), 4));
                json.WriteNumber("x0", column - 0.5);
                json.WriteNumber("x1", column + 0.5);
                json.WriteNumber("y0", row - 0.5);
                json.WriteNumber("y1", row + 0.5);
                json.WriteStartObject("line");
                json.WriteNumber("width", 0);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
    }

    private static void WriteTitle(Utf8JsonWriter json, string title)
    {
        json.WriteStartObject("title");
        json.WriteString("text", title);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>JSON has no NaN and no infinity; plotly.js leaves a gap where null is.</summary>
    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
                json.WriteNumberValue((float)value);
            else
                json.WriteNullValue();
        }
        json.WriteEndArray();
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
