using Neptune.Objects;
using Neptune.Storage;

namespace Neptune.Tables;

/// <summary>Fetches the pages of a table: a small one first, so that its rows are there soon, then larger ones.</summary>
internal sealed class TablePages(ObjectCore core, SearchRequest request, int? limit)
{
    private const int FirstPage = 100;
    private const int LaterPage = 1000;

    private readonly int firstPage = Settings.PageSize ?? FirstPage;
    private readonly int laterPage = Settings.PageSize ?? LaterPage;

    public SearchRequest Request => request;

    /// <summary>The first page, with everything that the object has logged so far.</summary>
    public SearchPage First()
    {
        core.RequireOpen();
        core.WaitForOwnWrites();
        return Fetch(null, Math.Min(firstPage, limit ?? firstPage));
    }

    public async Task<SearchPage> FirstAsync(CancellationToken cancellation)
    {
        core.RequireOpen();
        await core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(() => Fetch(null, Math.Min(firstPage, limit ?? firstPage)), cancellation).ConfigureAwait(false);
    }

    /// <summary>The page after another one; <c>null</c> when that was the last, or the limit is reached.</summary>
    /// <param name="page">The page before.</param>
    /// <param name="rows">How many rows all pages so far have.</param>
    public SearchPage? Next(SearchPage page, int rows)
    {
        var size = Math.Min(laterPage, limit - rows ?? laterPage);
        if (page.Next is null || size <= 0)
            return null;
        core.RequireOpen();
        return Fetch(page.Next, size);
    }

    private SearchPage Fetch(SortKey? after, int size) => core.Backend.Search(request with { After = after, Limit = size });
}
