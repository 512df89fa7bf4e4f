using System.Globalization;
using Neptune.ML.Charts;
using ScottPlot;

namespace Neptune.ML.Pictures;

/// <summary>Draws shaded cells with their numbers, row 0 on top.</summary>
internal static class MatrixPlot
{
    private const double Half = 0.5;
    private const float LargestText = 20;
    private const float SmallestText = 6;
    private const float RoomForText = 160;

    public static void Draw(Plot plot, MatrixChart chart)
    {
        var last = chart.Cells.Count - 1;
        for (var row = 0; row <= last; row++)
        {
            for (var column = 0; column < chart.Cells[row].Count; column++)
                Cell(plot, chart, row, column, last - row);
        }
        AxisPlot.Name(plot.Axes.Bottom, chart.X);
        AxisPlot.Name(plot.Axes.Left, chart.Y with { Labels = chart.Y.Labels?.Reverse().ToArray() });
        AxisPlot.Limit(plot, chart);
        plot.HideGrid();
    }

    private static void Cell(Plot plot, MatrixChart chart, int row, int column, int height)
    {
        var share = chart.ShareOfRow(row, column);
        var cell = plot.Add.Rectangle(column - Half, column + Half, height - Half, height + Half);
        cell.FillColor = Color.FromHex(ChartColors.Shade).WithAlpha(share);
        cell.LineWidth = 0;
        var text = plot.Add.Text(chart.Cells[row][column].ToString("0.####", CultureInfo.InvariantCulture), column, height);
        text.LabelAlignment = Alignment.MiddleCenter;
        text.LabelFontColor = share > Half ? Colors.White : Colors.Black;
        text.LabelFontSize = Math.Clamp(RoomForText / chart.Cells.Count, SmallestText, LargestText);
    }
}
