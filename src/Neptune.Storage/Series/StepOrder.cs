namespace Neptune.Storage.Series;

/// <summary>The order in which points are stored: by step, of each step the one that was written last.</summary>
internal static class StepOrder
{
    public static bool IsStrict(ReadOnlySpan<double> steps)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            if (!(steps[i] > steps[i - 1]))
                return false;
        }
        return true;
    }

    /// <summary>Indexes of the points to keep, sorted by step.</summary>
    public static int[] Of(ReadOnlySpan<double> steps)
    {
        var keys = steps.ToArray();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));

        var kept = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (i + 1 == order.Length || keys[order[i]] != keys[order[i + 1]])
                order[kept++] = order[i];
        }
        return order[..kept];
    }
}
