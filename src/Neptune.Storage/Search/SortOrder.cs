namespace Neptune.Storage.Search;

/// <summary>Compares sort keys as the database does.</summary>
internal sealed class SortOrder(bool ascending) : IComparer<SortKey>
{
    private const double TwoTo63 = 9223372036854775808.0;

    public bool Ascending => ascending;

    public string Direction => ascending ? "asc" : "desc";

    /// <summary>How a value compares with one that comes later.</summary>
    public string Beyond => ascending ? ">" : "<";

    public int Compare(SortKey x, SortKey y)
    {
        if (x.Rank != y.Rank)
            return x.Rank.CompareTo(y.Rank);
        var order = CompareValues(x.Value, y.Value);
        if (order == 0)
            order = x.ObjectId.CompareTo(y.ObjectId);
        return ascending ? order : -order;
    }

    private static int CompareValues(object? x, object? y) => (x, y) switch
    {
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        (long a, double b) => Compare(a, b),
        (double a, long b) => -Compare(b, a),
        (string a, string b) => CodePointOrder.Comparer.Compare(a, b),
        _ => 0,
    };

    /// <summary>Exact, where converting to double would make different numbers equal.</summary>
    private static int Compare(long whole, double real)
    {
        if (real >= TwoTo63)
            return -1;
        if (real < -TwoTo63)
            return 1;
        var floor = Math.Floor(real);
        var order = whole.CompareTo((long)floor);
        return order != 0 ? order : real > floor ? -1 : 0;
    }
}
