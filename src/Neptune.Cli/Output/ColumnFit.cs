namespace Neptune.Cli.Output;

/// <summary>Fits columns into the room that there is.</summary>
internal static class ColumnFit
{
    /// <summary>The widths of the columns that have room, from the left; the first one always has.</summary>
    public static IReadOnlyList<int> Of(ReadOnlySpan<ColumnWidth> columns, int gap, int room)
    {
        var shown = columns.Length;
        while (shown > 1 && Least(columns[..shown], gap) > room)
            shown--;
        return Share(columns[..shown], Math.Max(0, room - Least(columns[..shown], gap)));
    }

    /// <summary>Shares out what is left, evenly among those that can use it.</summary>
    private static int[] Share(ReadOnlySpan<ColumnWidth> columns, long left)
    {
        int[] widths = [.. columns.ToArray().Select(column => column.Least)];
        int[] narrowFirst = [.. Enumerable.Range(0, widths.Length).OrderBy(Wants(columns.ToArray()))];
        for (var i = 0; i < narrowFirst.Length; i++)
        {
            var column = narrowFirst[i];
            var more = Math.Min(columns[column].Whole - columns[column].Least, left / (narrowFirst.Length - i));
            widths[column] += (int)more;
            left -= more;
        }
        return widths;
    }

    private static Func<int, int> Wants(ColumnWidth[] columns) => column => columns[column].Whole - columns[column].Least;

    private static long Least(ReadOnlySpan<ColumnWidth> columns, int gap)
    {
        var sum = (long)gap * (columns.Length - 1);
        foreach (var column in columns)
            sum += column.Least;
        return sum;
    }
}
