namespace Neptune.Cli.Output;

/// <summary>Fits columns into the room that there is.</summary>
internal static class ColumnFit
{
    /// <summary>The widths of the columns that have room, from the left; the first one always has.</summary>
    public static int[] Of(ColumnWidth[] columns, int gap, int room)
    {
        var shown = columns;
        while (shown.Length > 1 && Least(shown, gap) > room)
            shown = shown[..^1];
        return Share(shown, Math.Max(0, room - Least(shown, gap)));
    }

    /// <summary>Shares out what is left, evenly among those that can use it.</summary>
    private static int[] Share(ColumnWidth[] columns, long left)
    {
        int[] widths = [.. columns.Select(column => column.Least)];
        foreach (var (i, column) in Enumerable.Range(0, columns.Length).OrderBy(column => columns[column].More).Index())
        {
            var more = (int)Math.Min(columns[column].More, left / (columns.Length - i));
            widths[column] += more;
            left -= more;
        }
        return widths;
    }

    private static long Least(ColumnWidth[] columns, int gap) => columns.Sum(column => (long)column.Least) + ((long)gap * (columns.Length - 1));
}
