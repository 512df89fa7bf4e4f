namespace Neptune.Cli.Output;

/// <summary>How wide a column is: at least, when the terminal is narrow, and when there is room.</summary>
internal readonly record struct ColumnWidth(int Least, int Whole)
{
    /// <summary>Of a text that is cut further, nothing is left to recognise.</summary>
    private const int LeastText = 8;

    /// <summary>What it can use beyond the least.</summary>
    public int More => Whole - Least;

    public static ColumnWidth Flexible(int header, int whole) => new(Math.Min(whole, Math.Max(header, LeastText)), whole);
}
