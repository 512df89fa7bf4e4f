using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Tests.Data;

public sealed class WatchedRowsTests
{
    private const int Many = 10_000;
    private static readonly TrainerColumns Columns = new(nameof(SampleRow.Target), null);

    private readonly MLContext ml = new(seed: 1);

    [Fact]
    public void Of_all_rows_that_are_read_as_many_as_wished_are_kept_evenly_spread()
    {
        var watched = new WatchedRows(ml.Data.LoadFromEnumerable(Numbered(Many)), Columns, most: 300);

        Numbers(watched);

        Assert.NotNull(watched.Kept);
        Assert.Equal(Many, watched.Kept.Total);
        Assert.Equal(Enumerable.Range(0, watched.Kept.Count).Select(i => i * 32f), Numbers(watched.Kept));
        Assert.InRange(watched.Kept.Count, 300, 600);
        Assert.Equal(300, watched.Kept.AtMost(300).Count);
        Assert.All(Numbers(watched.Kept.AtMost(300)).Zip(Numbers(watched.Kept.AtMost(300)).Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 32, 64));
    }

    [Fact]
    public void Rows_that_are_fewer_than_wished_are_all_kept()
    {
        var watched = new WatchedRows(ml.Data.LoadFromEnumerable(Numbered(50)), Columns, most: 300);

        var read = Numbers(watched);

        Assert.Equal(read, Numbers(watched.Kept!));
        Assert.Same(watched.Kept, watched.Kept!.AtMost(300));
    }

    [Fact]
    public void Whoever_does_not_read_to_the_end_leaves_nothing_behind_and_the_next_one_is_watched()
    {
        var watched = new WatchedRows(ml.Data.LoadFromEnumerable(Numbered(50)), Columns, most: 300);
        using (var cursor = watched.GetRowCursor(watched.Schema))
            cursor.MoveNext();

        Assert.Null(watched.Kept);
        Numbers(watched);
        Assert.Equal(50, watched.Kept!.Count);
    }

    [Fact]
    public void A_pass_over_other_columns_is_watched_as_well_also_as_the_only_one_of_a_set()
    {
        var watched = new WatchedRows(SampleRows.Load(ml), Columns, most: 100);
        Numbers(watched, nameof(SampleRow.Target));
        DataViewSchema.Column[] both = [watched.Schema[nameof(SampleRow.Target)], watched.Schema["Features"]];

        foreach (var cursor in watched.GetRowCursorSet(both, 4))
        {
            using (cursor)
            {
                while (cursor.MoveNext())
                    Assert.True(cursor.Position >= 0);
            }
        }

        Assert.True(watched.Kept!.Has(both));
    }

    [Fact]
    public void Columns_that_were_not_read_are_read_when_somebody_wants_them()
    {
        var counted = new CountedRows(SampleRows.Load(ml));
        var watched = new WatchedRows(counted, Columns, most: 100);
        Numbers(watched, nameof(SampleRow.Target));
        var spread = new SpreadRows(watched, Columns, 100);

        Assert.Equal(100, Numbers(spread, nameof(SampleRow.Target)).Count);
        Assert.Equal(1, counted.Passes);
        using (var cursor = spread.GetRowCursor([spread.Schema["Features"]]))
            Assert.True(cursor.MoveNext());

        Assert.Equal(2, counted.Passes);
        Assert.Equal(300, spread.Total);
        Assert.Equal(100, spread.GetRowCount());
    }

    [Fact]
    public void Of_groups_whole_ones_are_kept()
    {
        var asked = new TrainerColumns(nameof(SampleRow.Grade), nameof(SampleRow.Group));
        var watched = new WatchedRows(SampleRows.Load(ml, count: 2_000), asked, most: 100);

        using (var cursor = watched.GetRowCursor(watched.Schema))
        {
            while (cursor.MoveNext())
            {
            }
        }

        var groups = ml.Data.CreateEnumerable<SampleRow>(watched.Kept, reuseRowObject: false).GroupBy(row => row.Group).ToArray();
        Assert.InRange(watched.Kept!.Count, 100, 200);
        Assert.All(groups, group => Assert.Equal(10, group.Count()));
        Assert.Single(groups.Zip(groups.Skip(1), (one, next) => next.Key - one.Key).Distinct());
    }

    [Fact]
    public void Of_wide_rows_as_many_are_kept_as_memory_should_hold()
    {
        const int Slots = 20_000;
        var type = SchemaDefinition.Create(typeof(WideRow));
        type[nameof(WideRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Slots);
        var features = new float[Slots];
        var watched = new WatchedRows(ml.Data.LoadFromEnumerable(Enumerable.Range(0, 5_000).Select(_ => new WideRow { Features = features }), type), new(null, null), most: 20_000);

        using (var cursor = watched.GetRowCursor(watched.Schema))
        {
            while (cursor.MoveNext())
            {
            }
        }

        Assert.InRange(watched.Kept!.Count, 1_000, 2_000);
        Assert.Equal(5_000, watched.Kept.Total);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_left_to_the_reader_to_find()
    {
        var watched = new WatchedRows(ml.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new FragileRow { Number = i })), Columns, most: 300);

        using (var cursor = watched.GetRowCursor(watched.Schema))
        {
            var seen = 0;
            while (cursor.MoveNext())
                seen++;
            Assert.Equal(50, seen);
        }

        Assert.Null(watched.Kept);
        Assert.Throws<FormatException>(() => Numbers(new SpreadRows(watched, Columns, 100)));
    }

    private static IEnumerable<NumberedRow> Numbered(int count) => Enumerable.Range(0, count).Select(i => new NumberedRow { Target = i });

    private static List<float> Numbers(IDataView rows, string column = nameof(NumberedRow.Target))
    {
        using var cursor = rows.GetRowCursor([rows.Schema[column]]);
        var getter = cursor.GetGetter<float>(rows.Schema[column]);
        List<float> numbers = [];
        float number = 0;
        while (cursor.MoveNext())
        {
            getter(ref number);
            numbers.Add(number);
        }
        return numbers;
    }

    private sealed class NumberedRow
    {
        public float Target { get; set; }
    }

    private sealed class FragileRow
    {
        [NoColumn]
        public int Number { get; init; }

        public float Target => Number == 7 ? throw new FormatException("seven") : Number;
    }

    private sealed class WideRow
    {
        public float[] Features { get; set; } = [];
    }
}
