using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Data;

/// <summary>
/// Keeps some rows of a pass, evenly spread, without knowing how many will come: each time there are twice as many as wanted, every second one is dropped.
/// Of ranked data, whole groups are kept.
/// </summary>
internal sealed class RowKeeper
{
    private const long MostNumbers = 16_000_000;
    private const int FewestRows = 1_000;

    private readonly DataViewSchema schema;
    private readonly Func<double>? group;
    private KeptColumn[] columns;
    private List<long> units = [];
    private double current = double.NaN;
    private long unit = -1;
    private long stride = 1;
    private long limit;
    private long total;

    /// <param name="row">The rows, one after the other.</param>
    /// <param name="columns">What is kept of them.</param>
    /// <param name="group">The query of ranked data.</param>
    /// <param name="most">How many rows are wanted. Fewer are kept where rows are very wide.</param>
    public RowKeeper(DataViewRow row, IEnumerable<DataViewSchema.Column> columns, DataViewSchema.Column? group, int most)
    {
        schema = row.Schema;
        this.columns = [.. columns.Select(column => KeptColumn.Of(row, column))];
        this.group = group is { } key ? NumberColumn.Getter(row, key) : null;
        limit = 2L * most;
    }

    /// <summary>Looks at the next row. Compiled for speed at once: the first pass is over before the runtime would find that it matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take()
    {
        total++;
        if (group is null || IsNextGroup())
            unit++;
        // The stride is a power of two.
        if ((unit & (stride - 1)) == 0)
            Keep();
    }

    /// <summary>What was kept.</summary>
    public KeptRows Finish() => new(schema, columns, units, total);

    private void Keep()
    {
        long size = 0;
        foreach (var column in columns)
        {
            column.Keep();
            size += column.Size;
        }
        units.Add(unit);
        if (units.Count >= limit || (units.Count >= 2 * FewestRows && size > MostNumbers))
            Thin();
    }

    private bool IsNextGroup()
    {
        var next = group!();
        if (next == current)
            return false;
        current = next;
        return true;
    }

    private void Thin()
    {
        stride *= 2;
        int[] rows = [.. Enumerable.Range(0, units.Count).Where(row => units[row] % stride == 0)];
        columns = [.. columns.Select(column => column.At(rows))];
        units = [.. rows.Select(row => units[row])];
        // A group may be larger than what is wanted; then there is nothing to drop yet.
        limit = Math.Max(limit, 2L * units.Count);
    }
}
