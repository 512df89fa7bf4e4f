using System.Collections;
using System.Runtime.CompilerServices;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Tables;

namespace Neptune;

/// <summary>
/// A table of objects, one row each. The first rows are there when the call returns, the others are fetched while they are gone
/// through. Objects that come, go or change meanwhile never make a row appear twice.
/// </summary>
public sealed class ObjectTable : IEnumerable<TableRow>
{
    private readonly TablePages pages;
    private readonly SearchPage first;

    private ObjectTable(TablePages pages, SearchPage first)
    {
        this.pages = pages;
        this.first = first;
    }

    /// <summary>The rows, one after the other.</summary>
    /// <exception cref="NeptuneStoppedException">The object that the table was asked of is stopped, and there are more rows to fetch.</exception>
    public IEnumerator<TableRow> GetEnumerator()
    {
        var rows = 0;
        for (SearchPage? page = first; page is not null; page = pages.Next(page, rows))
        {
            foreach (var row in page.Rows)
                yield return Row(row);
            rows += page.Rows.Count;
        }
    }

    /// <summary>The rows, fetched without blocking: <c>await foreach (var row in table.ReadAsync())</c>.</summary>
    /// <exception cref="NeptuneStoppedException">The object that the table was asked of is stopped, and there are more rows to fetch.</exception>
    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var rows = 0;
        for (SearchPage? page = first; page is not null;)
        {
            foreach (var row in page.Rows)
                yield return Row(row);
            rows += page.Rows.Count;
            var (last, count) = (page, rows);
            page = await Task.Run(() => pages.Next(last, count), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<TableRow> ToRows() => [.. this];

    /// <summary>
    /// The table by columns, each with a value for every row, <see langword="null"/> where the object has none: ready for a data frame. Columns
    /// under <c>sys/</c> come first and those under <c>monitoring/</c> last; files are left out.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<object?>> ToColumns() => TableColumns.Of(ToRows());

    internal static ObjectTable Fetch(ObjectCore core, SearchRequest request, int? limit)
    {
        var pages = new TablePages(core, request, limit);
        return new(pages, pages.First());
    }

    internal static async Task<ObjectTable> FetchAsync(ObjectCore core, SearchRequest request, int? limit, CancellationToken cancellation)
    {
        var pages = new TablePages(core, request, limit);
        return new(pages, await pages.FirstAsync(cancellation).ConfigureAwait(false));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TableRow Row(SearchRow row) => new(row, pages.Request.Columns);
}
