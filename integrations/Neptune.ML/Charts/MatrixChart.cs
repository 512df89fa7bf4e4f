namespace Neptune.ML.Charts;

/// <summary>A table of numbers as shaded cells: each cell is shaded by its share of its row, and bears its number. Row 0 is on top.</summary>
internal sealed record MatrixChart(string Name, string Title, ChartAxis X, ChartAxis Y, IReadOnlyList<IReadOnlyList<double>> Cells) : Chart(Name, Title, X, Y)
{
    /// <summary>The share of a cell in its row, from 0 to 1; 0 in a row without anything.</summary>
    public double ShareOfRow(int row, int column)
    {
        var sum = Cells[row].Sum();
        return sum > 0 ? Cells[row][column] / sum : 0;
    }
}
