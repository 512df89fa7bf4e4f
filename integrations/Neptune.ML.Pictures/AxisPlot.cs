using Neptune.ML.Charts;
using ScottPlot;

namespace Neptune.ML.Pictures;

/// <summary>Gives axes their names and limits.</summary>
internal static class AxisPlot
{
    private const double Margin = 0.02;

    /// <summary>Names stand slanted where level ones would run into each other.</summary>
    private const int MostLevelCharacters = 60;

    public static void Name(IAxis axis, ChartAxis chart)
    {
        if (chart.Labels is not { } labels)
            return;
        axis.SetTicks([.. labels.Select((_, i) => (double)i)], [.. labels]);
        if (axis is IXAxis && labels.Sum(label => label.Length) > MostLevelCharacters)
        {
            axis.TickLabelStyle.Rotation = -30;
            axis.TickLabelStyle.Alignment = Alignment.UpperRight;
        }
    }

    /// <summary>Sets the limits that the chart asks for; the others follow the data.</summary>
    public static void Limit(Plot plot, Chart chart)
    {
        plot.Axes.AutoScale();
        if (Limits(chart.X) is var (left, right))
            plot.Axes.SetLimitsX(left, right);
        if (Limits(chart.Y) is var (bottom, top))
            plot.Axes.SetLimitsY(bottom, top);
    }

    private static (double From, double To)? Limits(ChartAxis axis) => axis switch
    {
        { Labels: { } labels } => (-0.5, labels.Count - 0.5),
        { Min: { } min, Max: { } max } => (min - ((max - min) * Margin), max + ((max - min) * Margin)),
        _ => null,
    };
}
