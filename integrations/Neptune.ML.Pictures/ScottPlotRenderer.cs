using Neptune.ML.Charts;
using ScottPlot;

namespace Neptune.ML.Pictures;

/// <summary>Draws charts with ScottPlot. Neptune.ML finds it by its name.</summary>
internal sealed class ScottPlotRenderer : PictureRenderer
{
    private const int Width = 800;
    private const int Height = 600;

    public override byte[] Png(Chart chart)
    {
        using var plot = new Plot();
        plot.Title(chart.Title);
        plot.XLabel(chart.X.Title);
        plot.YLabel(chart.Y.Title);
        switch (chart)
        {
            case LineChart lines:
                LinePlot.Draw(plot, lines);
                break;
            case MatrixChart matrix:
                MatrixPlot.Draw(plot, matrix);
                break;
        }
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
