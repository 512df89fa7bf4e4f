namespace Neptune.Generators.Tests.Typed;

public sealed class AccessorTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void Assigning_an_object_writes_every_leaf()
    {
        using var run = store.NewRun();

        run.Params = new TrainParams { Lr = 0.02, Activation = Activation.Tanh, Weights = { ["a"] = 1.5 }, Secret = "hidden" };

        Assert.Equal(0.02, run["params/lr"].Fetch<double>());
        Assert.Equal(64, run["params/batchSize"].Fetch<int>());
        Assert.Equal("Tanh", run["params/activation"].Fetch<string>());
        Assert.Equal("[128,64]", run["params/layer_sizes"].Fetch<string>());
        Assert.Equal(1.5, run["params/weights/a"].Fetch<double>());
        Assert.Equal(0.8, run["params/optimizer/beta1"].Fetch<double>());
        Assert.Equal("00:05:00", run["params/patience"].Fetch<string>());
        Assert.Equal(256, run["params/effectiveBatch"].Fetch<int>());
        Assert.Equal("null", run["params/dropout"].Fetch<string>());
        Assert.False(run.Exists("params/secret"));
    }

    [Fact]
    public void A_leaf_is_written_read_and_calculated_with()
    {
        using var run = store.NewRun();

        run.Params.Lr = 0.03;
        run.Params.Lr *= 2;
        run.Params.BatchSize = 10;
        run.Params.BatchSize++;
        double lr = run.Params.Lr;

        Assert.Equal(0.06, lr);
        Assert.Equal(11, run.Params.BatchSize.Fetch());
        Assert.Equal("params/lr", run.Params.Lr.Path);
        Assert.Equal("0.060", FormattableString.Invariant($"{run.Params.Lr:F3}"));
        Assert.True(run.Params.Lr > 0.05);
    }

    [Fact]
    public void What_was_written_comes_back_as_the_same_object()
    {
        var written = new TrainParams
        {
            Lr = 1e-3,
            Activation = Activation.Tanh,
            Dropout = 0.5,
            Note = "näive “quotes”",
            Layers = [1, 2, 3],
            Weights = { ["a"] = 1, ["b/c"] = double.NaN },
            Optimizer = new() { Name = "sgd", Beta1 = 0.1 },
            Patience = TimeSpan.FromHours(30),
        };
        string id;
        using (var run = store.NewRun())
        {
            run.Params = written;
            id = run.Id;
        }

        using var reader = store.Reopen(id);
        var read = reader.Params.Fetch();

        Assert.Equal(written with { Layers = read.Layers, Weights = read.Weights, Optimizer = read.Optimizer }, read);
        Assert.Equal(written.Layers, read.Layers);
        Assert.Equal(1, read.Weights["a"]);
        Assert.Equal(("sgd", 0.1), (read.Optimizer.Name, read.Optimizer.Beta1));
    }

    [Fact]
    public void What_is_missing_is_as_the_type_declares_it()
    {
        using var run = store.NewRun();
        run["params/lr"] = 0.5;

        var read = run.Params.Fetch();

        Assert.Equal(new TrainParams { Lr = 0.5, Layers = read.Layers, Weights = read.Weights, Optimizer = read.Optimizer }, read);
        Assert.Equal(0.8, read.Optimizer.Beta1);
        Assert.Equal([128, 64], read.Layers);
    }

    [Fact]
    public void A_field_of_another_type_is_an_error_that_names_path_and_types()
    {
        using var run = store.NewRun();
        run["params/lr"] = "fast";

        var whole = Assert.Throws<NeptuneFieldTypeException>(() => run.Params.Fetch());
        var leaf = Assert.Throws<NeptuneFieldTypeException>(() => run.Params.Lr.Fetch());
        var written = Assert.Throws<NeptuneFieldTypeException>(() => run.Params.Lr = 0.1);

        Assert.Equal($"\"params/lr\" of {run.Id} is a field of type String; its value (fast) is no Double.", whole.Message);
        Assert.Equal(whole.Message, leaf.Message);
        Assert.Equal(FieldType.String, written.ExistingType);
    }

    [Fact]
    public void A_leaf_without_field_is_missing_when_it_is_asked_for_alone()
    {
        using var run = store.NewRun();

        Assert.False(run.Params.Lr.Exists());
        Assert.Throws<NeptuneMissingFieldException>(() => run.Params.Lr.Fetch());
    }

    [Fact]
    public void A_value_and_null_take_each_others_place()
    {
        using var run = store.NewRun();

        run.Params.Dropout = null;
        var none = run.Params.Dropout.Fetch();
        run.Params.Dropout = 0.5;
        var some = run.Params.Dropout.Fetch();
        run.Params.Dropout = null;

        Assert.Null(none);
        Assert.Equal(0.5, some);
        Assert.Null(run.Params.Dropout.Fetch());
        Assert.Null(run.Params.Fetch().Dropout);
    }

    [Fact]
    public void A_nested_namespace_is_written_and_read_by_itself()
    {
        using var run = store.NewRun();

        run.Params.Optimizer = new OptimizerParams { Name = "lion" };
        run.Params.Optimizer.Beta1 = 0.95;

        Assert.Equal("lion", run["params/optimizer/name"].Fetch<string>());
        Assert.Equal(0.95, run.Params.Optimizer.Fetch().Beta1);
        Assert.Equal("params/optimizer", run.Params.Optimizer.Path);
    }

    [Fact]
    public void Every_kind_of_object_has_the_accessor_and_one_is_copied_to_another()
    {
        using var run = store.NewRun();
        using var model = store.NewModel("FOREST");
        using var version = store.NewVersion(model.Id);
        using var project = store.Project();
        run.Params = new TrainParams { Lr = 0.7 };

        model.Params = run.Params;
        version.Params = run.Params.Fetch();
        SetLr(project, 0.9);

        Assert.Equal(0.7, model.Params.Fetch().Lr);
        Assert.Equal(0.7, version.Params.Fetch().Lr);
        Assert.Equal(0.9, project.Params.Lr.Fetch());
    }

    [Fact]
    public void A_run_lists_what_differs_from_what_the_type_declares()
    {
        using var run = store.NewRun();

        run.Params = new TrainParams { Lr = 0.5, Optimizer = new() { Beta1 = 0.8, Name = "sgd" } };

        Assert.Equal(["lr", "optimizer/name"], run["source_code/overrides/params"].Fetch<string[]>());
    }

    [Fact]
    public void Assign_by_path_takes_annotated_objects_under_their_declared_names()
    {
        using var run = store.NewRun();

        run.Assign("other/place", new TrainParams { Secret = "hidden" });

        Assert.Equal(64, run["other/place/batchSize"].Fetch<int>());
        Assert.Equal("[128,64]", run["other/place/layer_sizes"].Fetch<string>());
        Assert.False(run.Exists("other/place/secret"));
        Assert.False(run.Exists("other/place/Secret"));
    }

    [Fact]
    public void Assign_by_path_heeds_the_attributes_of_any_class()
    {
        using var run = store.NewRun();

        run.Assign("plain", new Plain());

        Assert.Equal(1, run["plain/renamed"].Fetch<int>());
        Assert.Equal(["renamed"], run.Fetch("plain").Keys);
    }

    [Theory]
    [InlineData(ListFormat.JsonText)]
    [InlineData(ListFormat.Fields)]
    public void A_typed_namespace_keeps_every_value_as_the_object_API_does_and_gives_it_back(ListFormat lists)
    {
        using var run = store.NewRun(lists);

        run.Typed = new ValueParams();
        run.Assign("plain", new PlainParams());

        var read = run.Typed.Fetch();
        Assert.Equal(Below(run.GetStructure()["plain"], ""), Below(run.GetStructure()["typed"], ""));
        Assert.True(double.IsNegative(read.Number) && double.IsNegative(read.Betas[0]) && double.IsNegative(read.Weights["c"]));
        Assert.Equal("http://host/%20a%2Fb", read.Address.OriginalString);
        Assert.Equal(["a", null], read.Names);

        static IEnumerable<string> Below(object at, string path) => at is Field field
            ? [FormattableString.Invariant($"{path} {field.Type} {field.Fetch<object>():R}")]
            : ((IReadOnlyDictionary<string, object>)at).OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => Below(entry.Value, $"{path}/{entry.Key}"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_what_null_would_have_replaced()
    {
        using var run = store.NewRun();
        run.Weights = new WeightParams { Depth = 3 };
        var path = Path.GetTempFileName();
        var gone = NeptuneFile.FromPath(path);
        File.Delete(path);

        Assert.Throws<NeptuneNotFoundException>(() => run.Weights = new WeightParams { Content = gone });

        Assert.Equal(3, run.Weights.Depth.Fetch());
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_before_anything_is_written()
    {
        using var run = store.NewRun();

        Assert.Equal("typed/Weights/a/b", Assert.Throws<NeptuneUnsupportedValueException>(() => run.Typed = new ValueParams { Weights = { ["/a//b"] = 2 } }).Path);
        Assert.Equal("typed/Names", Assert.Throws<NeptuneUnsupportedValueException>(() => run.Typed = new ValueParams { Names = default }).Path);
        Assert.Throws<NeptuneUnsupportedValueException>(() => run["copy"] = new Dictionary<string, object?> { ["lr"] = run.Params.Lr });
        Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("copy", run.Params));
        Assert.False(run.Exists("typed") || run.Exists("copy"));
    }

    [Fact]
    public void Lists_that_are_kept_as_fields_come_back_too()
    {
        using var run = store.NewRun(ListFormat.Fields);

        run.Params = new TrainParams { Layers = [5, 6, 7] };

        Assert.Equal(6, run["params/layer_sizes/1"].Fetch<int>());
        Assert.Equal([5, 6, 7], run.Params.Fetch().Layers);
        Assert.Equal([5, 6, 7], run.Params.Layers.Fetch());
    }

    public void Dispose() => store.Dispose();

    private sealed class Plain
    {
        [NeptuneField("renamed")]
        public int Value { get; } = 1;

        [NeptuneIgnore]
        public string Secret { get; } = "hidden";
    }

    private static void SetLr<T>(T target, double value)
        where T : NeptuneObject => target.Params.Lr = value;
}
