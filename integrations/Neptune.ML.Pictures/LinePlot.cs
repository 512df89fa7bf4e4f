using Neptune.ML.Charts;
using ScottPlot;

namespace Neptune.ML.Pictures;

/// <summary>Draws lines, points and bars.</summary>
internal static class LinePlot
{
    private const float LineWidth = 2;
    private const double PointOpacity = 0.5;
    private const double BarOpacity = 0.6;
    private const double LegendOpacity = 0.7;
    private const double BarShare = 0.8;

    public static void Draw(Plot plot, LineChart chart)
    {
        for (var i = 0; i < chart.Lines.Count; i++)
            Draw(plot, chart.Lines[i], Color.FromHex(ChartColors.Of(i)));
        AxisPlot.Name(plot.Axes.Bottom, chart.X);
        AxisPlot.Name(plot.Axes.Left, chart.Y);
        AxisPlot.Limit(plot, chart);
        if (chart.Lines.Any(line => line.Style is ChartStyle.Bars))
            plot.Axes.SetLimitsY(0, plot.Axes.GetLimits().Top);
        ShowLegend(plot, chart);
    }

    private static void ShowLegend(Plot plot, LineChart chart)
    {
        if (chart.Lines.Count == 1)
        {
            plot.HideLegend();
            return;
        }
        plot.Legend.BackgroundColor = Colors.White.WithAlpha(LegendOpacity);
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.ShowLegend(chart.Lines.Any(line => line.Style is ChartStyle.Bars) ? Alignment.UpperCenter : Alignment.LowerRight);
    }

    private static void Draw(Plot plot, ChartLine line, Color color)
    {
        // What is no number has no place; a curve goes on after it.
        var places = Enumerable.Range(0, line.X.Count).Where(i => double.IsFinite(line.X[i]) && double.IsFinite(line.Y[i])).ToArray();
        var (xs, ys) = (Array.ConvertAll(places, i => line.X[i]), Array.ConvertAll(places, i => line.Y[i]));
        switch (line.Style)
        {
            case ChartStyle.Bars or ChartStyle.FlatBars:
                Bars(plot, line, xs, ys, color);
                break;
            case ChartStyle.Points:
                var points = plot.Add.ScatterPoints(xs, ys, color.WithAlpha(PointOpacity));
                points.LegendText = line.Name;
                break;
            default:
                var curve = plot.Add.Scatter(xs, ys, line.Style is ChartStyle.Reference ? Color.FromHex(ChartColors.Reference) : color);
                curve.LegendText = line.Name;
                curve.LineWidth = line.Style is ChartStyle.Reference or ChartStyle.ThinLine ? 1 : LineWidth;
                curve.LinePattern = line.Style is ChartStyle.Reference ? LinePattern.Dashed : LinePattern.Solid;
                curve.MarkerSize = line.Style is ChartStyle.MarkedLine ? 7 : 0;
                curve.ConnectStyle = line.Style is ChartStyle.Steps ? ConnectStyle.StepHorizontal : ConnectStyle.Straight;
                break;
        }
    }

    private static void Bars(Plot plot, ChartLine line, double[] xs, double[] ys, Color color)
    {
        var flat = line.Style is ChartStyle.FlatBars;
        var (places, values) = flat ? (ys, xs) : (xs, ys);
        var width = places.Length > 1 ? Math.Abs(places[1] - places[0]) : 1;
        var bars = plot.Add.Bars(places.Select((place, i) => new Bar
        {
            Position = place,
            Value = values[i],
            Size = flat || width == 1 ? width * BarShare : width,
            FillColor = color.WithAlpha(flat ? 1 : BarOpacity),
            LineWidth = 0,
            Orientation = flat ? Orientation.Horizontal : Orientation.Vertical,
        }).ToArray());
        bars.LegendText = line.Name;
    }
}
