using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests.Data;

public sealed class DataLoggingTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Rows_labels_missing_values_and_the_first_rows_are_logged()
    {
        using var run = store.Run();

        Datasets.BreastCancer(ml).LogDataTo(run, "data/train");

        Assert.Equal(699, run["data/train/rows"].Fetch<int>());
        Assert.Equal(2, run["data/train/columns"].Fetch<int>());
        Assert.Equal(16, run["data/train/missing_values"].Fetch<int>());
        Assert.Equal(241, run["data/train/labels/true"].Fetch<int>());
        Assert.Equal(458, run["data/train/labels/false"].Fetch<int>());
        Assert.Equal(["Label,Features", "false,5 1 1 1 2 1 3 1 1", "false,5 4 4 5 7 10 3 2 1"], Lines(run, "data/train/preview").Take(3));
        Assert.Equal(21, Lines(run, "data/train/preview").Length);
        Assert.StartsWith("Features,float32[9],16,1,10,", Lines(run, "data/train/statistics")[2]);
        Assert.True(run.Exists("data/train/charts/labels"));
    }

    [Fact]
    public void The_file_that_the_rows_come_from_is_tracked_through_filters_and_splits()
    {
        using var run = store.Run();

        ml.Data.TrainTestSplit(Datasets.BreastCancer(ml)).TrainSet.LogDataTo(run, "data/train");

        var file = Assert.Single(run["data/train/files"].FetchFilesList());
        Assert.Equal(Datasets.PathOf("breast-cancer.txt"), new Uri(file.Location).LocalPath);
    }

    [Fact]
    public void The_schema_has_types_slots_and_names()
    {
        using var run = store.Run();
        var data = ml.Transforms.Conversion.MapValueToKey("Label").Fit(Datasets.Iris(ml)).Transform(Datasets.Iris(ml));

        data.LogDataTo(run, "data", new() { PreviewRows = 0, Files = [] });

        using var schema = JsonDocument.Parse(string.Join('\n', Lines(run, "data/schema")));
        var columns = schema.RootElement.EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString()!);
        Assert.Equal("key(3)", columns["Label"].GetProperty("type").GetString());
        Assert.Equal(["0", "1", "2"], columns["Label"].GetProperty("keys").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal(("float32[4]", 4), (columns["Features"].GetProperty("type").GetString(), columns["Features"].GetProperty("slots").GetInt32()));
        Assert.False(run.Exists("data/preview"));
        Assert.False(run.Exists("data/files"));
        Assert.Equal(50, run["data/labels/2"].Fetch<int>());
    }

    [Fact]
    public void A_label_that_is_a_quantity_has_its_range()
    {
        using var run = store.Run();
        var labels = Datasets.Regression(ml).GetColumn<float>("Label").Select(label => (double)label).ToArray();

        Datasets.Regression(ml).LogDataTo(run, "data");

        Assert.Equal((labels.Min(), labels.Max()), (run["data/label/min"].Fetch<double>(), run["data/label/max"].Fetch<double>()));
        Assert.Equal(labels.Average(), run["data/label/mean"].Fetch<double>(), 1e-9);
        Assert.False(run.Exists("data/labels"));
    }

    [Fact]
    public void The_hash_does_not_depend_on_where_the_rows_are_stored()
    {
        var file = Path.Combine(store.Home, "iris.idv");
        using (var stream = File.Create(file))
            ml.Data.SaveAsBinary(Datasets.Iris(ml), stream);

        string[] hashes = [Hash(Datasets.Iris(ml)), Hash(Datasets.Iris(new MLContext())), Hash(ml.Data.LoadFromBinary(file)), Hash(ml.Data.Cache(Datasets.Iris(ml)))];

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public void The_hash_changes_with_a_value_a_name_a_type_and_the_order_of_rows()
    {
        Pair[] rows = [new() { A = 1, B = "x" }, new() { A = 2, B = "y" }];
        var data = ml.Data.LoadFromEnumerable(rows);

        string[] hashes =
        [
            Hash(data),
            Hash(ml.Data.LoadFromEnumerable([rows[0], new() { A = 2, B = "z" }])),
            Hash(ml.Data.LoadFromEnumerable(rows.Reverse())),
            Hash(ml.Transforms.CopyColumns("C", "A").Append(ml.Transforms.SelectColumns("C", "B")).Fit(data).Transform(data)),
            Hash(ml.Transforms.Conversion.ConvertType("A", outputKind: DataKind.Double).Fit(data).Transform(data)),
            Hash(ml.Data.LoadFromEnumerable([rows[0]])),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Sparse_and_dense_vectors_of_the_same_values_are_the_same_content()
    {
        var dense = ml.Data.LoadFromEnumerable([new Vectors { Features = new VBuffer<float>(5, [0, 2, 0, float.NaN, 0]) }]);
        var sparse = ml.Data.LoadFromEnumerable([new Vectors { Features = new VBuffer<float>(5, 2, [2, float.NaN], [1, 3]) }]);
        using var run = store.Run();

        dense.LogDataTo(run, "dense");
        sparse.LogDataTo(run, "sparse");

        Assert.Equal(run["dense/hash"].Fetch<string>(), run["sparse/hash"].Fetch<string>());
        Assert.Equal(Lines(run, "dense/statistics"), Lines(run, "sparse/statistics"));
        Assert.StartsWith("Features,float32[5],1,0,2,0.5,", Lines(run, "sparse/statistics")[1]);
    }

    [Fact]
    public void All_types_of_ML_NET_are_read()
    {
        using var run = store.Run();
        var day = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

        ml.Data.LoadFromEnumerable([new Everything { Day = day, Moment = new(day), Span = TimeSpan.FromHours(1) }]).LogDataTo(run, "data");

        var preview = Lines(run, "data/preview");
        Assert.Equal("Flag,Tiny,Byte,Short,Word,Int,Uint,Long,Ulong,Real,Text,Day,Moment,Span", preview[0]);
        Assert.Equal("true,-1,255,-2,3,-4,5,-9223372036854775808,18446744073709551615,0.1,\"a,b\",2024-02-29T12:00:00.0000000,2024-02-29T12:00:00.0000000+00:00,01:00:00", preview[1]);
        Assert.False(run.Exists("data/hash_leaves_out"));
    }

    [Fact]
    public void A_file_that_is_not_there_costs_that_file_and_rows_that_cannot_be_read_cost_the_rows()
    {
        using var run = store.Run();
        var file = Path.Combine(store.Home, "rows.csv");
        File.WriteAllText(file, "1");
        var unreadable = ml.Data.FilterByCustomPredicate<Pair>(ml.Data.LoadFromEnumerable([new Pair()]), _ => throw new FormatException("a row of another kind"));

        Datasets.BreastCancer(ml).LogDataTo(run, "data", new() { Files = [Path.Combine(store.Home, "gone.csv"), file] });
        unreadable.LogDataTo(run, "unreadable", new() { Files = [file] });

        Assert.Equal(699, run["data/rows"].Fetch<int>());
        Assert.Single(run["data/files"].FetchFilesList());
        Assert.Single(run["unreadable/files"].FetchFilesList());
        var notes = run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>().Values.ToArray();
        Assert.Equal(2, notes.Length);
        Assert.StartsWith("data/files: ", notes[0]);
        Assert.Matches("^unreadable: .*a row of another kind", notes[1]);
    }

    private string Hash(IDataView data)
    {
        using var run = store.Run();
        data.LogDataTo(run, "data", new() { Files = [] });
        return run["data/hash"].Fetch<string>();
    }

    private string[] Lines(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllLines(file);
    }

    private sealed class Pair
    {
        public float A { get; set; }

        public string B { get; set; } = "";
    }

    private sealed class Vectors
    {
        [VectorType(5)]
        public VBuffer<float> Features { get; set; }
    }

    private sealed class Everything
    {
        public bool Flag { get; set; } = true;

        public sbyte Tiny { get; set; } = -1;

        public byte Byte { get; set; } = 255;

        public short Short { get; set; } = -2;

        public ushort Word { get; set; } = 3;

        public int Int { get; set; } = -4;

        public uint Uint { get; set; } = 5;

        public long Long { get; set; } = long.MinValue;

        public ulong Ulong { get; set; } = ulong.MaxValue;

        public double Real { get; set; } = 0.1;

        public string Text { get; set; } = "a,b";

        public DateTime Day { get; set; }

        public DateTimeOffset Moment { get; set; }

        public TimeSpan Span { get; set; }
    }
}
