using Neptune.Storage.Search;

namespace Neptune.Cli.Listing;

/// <summary>Tables of several projects, each sorted by the engine, as one table in the same order. Of each, one page is in memory at a time.</summary>
internal static class MergedRows
{
    public static IEnumerable<SearchRow> Of(Store store, IReadOnlyList<SearchRequest> requests, SortOrder order)
    {
        var heads = new PriorityQueue<IEnumerator<SearchRow>, SearchRow>(Comparer<SearchRow>.Create((a, b) => Compare(a, b, order)));
        foreach (var request in requests)
            Enqueue(Rows(store, request).GetEnumerator());
        while (heads.TryDequeue(out var table, out var row))
        {
            yield return row;
            Enqueue(table);
        }

        void Enqueue(IEnumerator<SearchRow> table)
        {
            if (table.MoveNext())
                heads.Enqueue(table, table.Current);
        }
    }

    /// <summary>Equal values are parted as within a project: by the number of the object, in the direction of the sort.</summary>
    private static int Compare(SearchRow a, SearchRow b, SortOrder order)
    {
        var compared = order.Compare(a.Key, b.Key);
        return compared != 0 ? compared : a.Object.ProjectId.CompareTo(b.Object.ProjectId);
    }

    private static IEnumerable<SearchRow> Rows(Store store, SearchRequest request)
    {
        for (var next = request; next is not null;)
        {
            var page = store.Search(next);
            foreach (var row in page.Rows)
                yield return row;
            next = page.Next is { } after ? next with { After = after } : null;
        }
    }
}
