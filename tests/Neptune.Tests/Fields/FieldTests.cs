namespace Neptune.Tests.Fields;

public sealed class FieldTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public FieldTests() => run = store.Run();

    [Fact]
    public void The_first_value_gives_a_field_its_type()
    {
        run["int"] = 1;
        run["long"] = long.MaxValue;
        run["float"] = 0.5;
        run["bool"] = true;
        run["string"] = "x";
        run["datetime"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        run["file"].Upload(NeptuneFile.FromText("content"));
        run["floats"].Append(1.5);
        run["strings"].Append("line");
        run["set"].Add("a");

        Assert.Equal(
            [FieldType.Int, FieldType.Int, FieldType.Float, FieldType.Bool, FieldType.String, FieldType.Datetime, FieldType.File, FieldType.FloatSeries, FieldType.StringSeries, FieldType.StringSet],
            new[] { "int", "long", "float", "bool", "string", "datetime", "file", "floats", "strings", "set" }.Select(p => run[p].Type!.Value));
        Assert.Equal(1, run["int"].Fetch<long>());
        Assert.Equal(long.MaxValue, run["long"].Fetch<long>());
        Assert.Equal(0.5, run["float"].Fetch<double>());
        Assert.True(run["bool"].Fetch<bool>());
        Assert.Equal("x", run["string"].Fetch<string>());
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 1, 4, 5, TimeSpan.Zero), run["datetime"].Fetch<DateTimeOffset>());
        Assert.Equal(TimeSpan.Zero, run["datetime"].Fetch<DateTimeOffset>().Offset);
        Assert.Equal(1.5, run["floats"].FetchLast<double>());
        Assert.Equal("line", run["strings"].FetchLast<string>());
        Assert.Equal(["a"], run["set"].Fetch<HashSet<string>>());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(-0.0)]
    public void Every_double_is_kept(double value)
    {
        run["field"] = value;
        run["series"].Append(value);
        var series = run.GetFloatSeries("series");

        double?[] read = [run["field"].Fetch<double>(), run["series"].FetchLast<double>(), run["series"].FetchValues<double>()[0].Value];
        Assert.All(read, one => Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(one!.Value)));
        Assert.Equal((double.IsNegative(value), double.IsNegative(value)), (IsNegative(series.Min), IsNegative(series.Max)));

        bool IsNegative(double? extreme) => double.IsNegative(extreme ?? value);
    }

    [Fact]
    public void A_value_that_fits_without_loss_takes_the_type_of_the_field()
    {
        run["float"] = 0.5;
        run["int"] = 1;

        run["float"] = 2;
        run["int"] = 3.0;

        Assert.Equal(2.0, run["float"].Fetch<double>());
        Assert.Equal(3, run["int"].Fetch<int>());
        run["float"] = "0.25";
        run["int"] = "7";
        Assert.Equal(0.25, run["float"].Fetch<double>());
        Assert.Equal(7, run["int"].Fetch<int>());
    }

    [Fact]
    public void A_value_that_does_not_fit_is_an_error_with_path_types_and_cure()
    {
        run["lr"] = 0.5;

        var error = Assert.Throws<NeptuneFieldTypeException>(() => run["lr"] = "fast");

        Assert.Equal(("lr", FieldType.Float), (error.Path, error.ExistingType));
        Assert.Contains("String", error.Message);
        Assert.Contains("Delete(\"lr\")", error.Message);
        Assert.Equal(0.5, run["lr"].Fetch<double>());
    }

    [Fact]
    public void No_type_turns_silently_into_another()
    {
        run["int"] = 1;
        run["bool"] = true;
        run["string"] = "x";
        run["time"] = DateTimeOffset.UtcNow;
        run["series"].Append(1);
        run["set"].Add("x");

        Assert.Throws<NeptuneFieldTypeException>(() => run["int"] = 2.7);
        Assert.Throws<NeptuneFieldTypeException>(() => run["int"] = "abc");
        Assert.Throws<NeptuneFieldTypeException>(() => run["bool"] = "abc");
        Assert.Throws<NeptuneFieldTypeException>(() => run["bool"] = 1);
        Assert.Throws<NeptuneFieldTypeException>(() => run["string"] = 5);
        Assert.Throws<NeptuneFieldTypeException>(() => run["time"] = "2026-01-01");
        Assert.Throws<NeptuneFieldTypeException>(() => run["series"] = 1);
        Assert.Throws<NeptuneFieldTypeException>(() => run["series"].Append("x"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["set"].Append(1));
        Assert.Throws<NeptuneFieldTypeException>(() => run["int"].Add("x"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["int"].Remove("x"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["int"].Clear());
        Assert.Throws<NeptuneFieldTypeException>(() => run.GetFloatSeries("string"));
        Assert.Throws<NeptuneFieldTypeException>(() => run["int"].Upload(NeptuneFile.FromText("x")));
    }

    [Fact]
    public void A_field_is_not_a_namespace_and_a_namespace_is_not_a_field()
    {
        run["a/b"] = 1;

        Assert.Throws<NeptuneFieldTypeException>(() => run["a"] = 1);
        Assert.Throws<NeptuneFieldTypeException>(() => run["a/b/c"] = 1);
        Assert.Throws<NeptuneFieldTypeException>(() => run["a/b/c"].Append(1));
    }

    [Fact]
    public void Deleting_a_field_frees_its_path_for_another_type()
    {
        run["a/b"] = 1;

        run.Delete("a/b");
        run["a"] = "text";

        Assert.Equal("text", run["a"].Fetch<string>());
        Assert.False(run.Exists("a/b"));
    }

    [Fact]
    public void Deleting_a_namespace_deletes_all_fields_below()
    {
        run["a/b"] = 1;
        run["a/c/d"].Append(1);
        run["ab"] = 2;

        run.Delete("a");

        Assert.False(run.Exists("a"));
        Assert.True(run.Exists("ab"));
        Assert.Throws<NeptuneMissingFieldException>(() => run["a/b"].Fetch<int>());
        Assert.Throws<NeptuneMissingFieldException>(() => run.Delete("a"));
    }

    [Fact]
    public async Task What_was_deleted_does_not_exist_even_before_the_store_knows()
    {
        run["a/b"] = 1;
        run.Wait();

        run.Delete("a");

        Assert.False(run.Exists("a/b"));
        Assert.False(await run.ExistsAsync("a", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_another_process_made_exists_and_can_be_deleted()
    {
        using (var other = store.Run(with: options => options.WithId = run.Id))
            other["a/b"] = 1;

        Assert.True(run.Exists("a/b"));
        run.Delete("a");

        Assert.False(run.Exists("a/b"));
    }

    [Fact]
    public void A_series_that_was_deleted_starts_anew()
    {
        run["loss"].Extend([1.0, 2.0, 3.0]);

        run["loss"].Delete();
        run["loss"].Append(9);

        Assert.Equal([(0, 9)], run["loss"].FetchValues<double>().Select(p => (p.Step, p.Value)));
    }

    [Fact]
    public void Reading_a_field_that_is_not_there_is_an_error_that_names_it()
    {
        Assert.Contains("\"nothing\"", Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].Fetch<int>()).Message);
        Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].FetchLast<double>());
        Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].FetchValues<double>());
        Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].Download());
        Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].Remove("x"));
        Assert.Throws<NeptuneMissingFieldException>(() => run["nothing"].Clear());
        Assert.Throws<NeptuneMissingFieldException>(() => run.Fetch("nothing"));
    }

    [Fact]
    public void Reading_with_the_wrong_type_is_an_error()
    {
        run["text"] = "x";
        run["series"].Append(1);

        Assert.Throws<NeptuneFieldTypeException>(() => run["text"].Fetch<double>());
        Assert.Throws<NeptuneFieldTypeException>(() => run["series"].Fetch<double>());
        Assert.Throws<NeptuneFieldTypeException>(() => run["series"].FetchValues<string>());
        Assert.Throws<NeptuneFieldTypeException>(() => run["text"].Download());
    }

    [Theory]
    [InlineData("//p//q/", "p/q")]
    [InlineData("größe/λ/🚀", "größe/λ/🚀")]
    [InlineData("a b/c.d-e_f", "a b/c.d-e_f")]
    public void Paths_are_any_text_and_empty_parts_are_dropped(string given, string kept)
    {
        run[given] = 1;

        Assert.Equal(kept, run[given].Path);
        Assert.Equal(1, run[kept].Fetch<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("///")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void A_path_that_names_no_field_is_refused(string path) => Assert.Throws<NeptunePathException>(() => run[path] = 1);

    [Fact]
    public void A_path_with_half_a_surrogate_pair_is_refused() => Assert.Throws<NeptunePathException>(() => run["half \ud800 pair"] = 1);

    [Fact]
    public void A_path_of_more_than_1024_characters_is_refused()
    {
        run[new string('x', 1024)] = 1;

        Assert.Throws<NeptunePathException>(() => run[new string('x', 1025)] = 1);
    }

    [Theory]
    [InlineData("sys/id")]
    [InlineData("sys/creation_time")]
    [InlineData("sys/state")]
    [InlineData("sys/anything")]
    public void Reserved_fields_are_not_the_users_to_write(string path)
    {
        Assert.Throws<NeptuneReservedFieldException>(() => run[path] = "x");
        Assert.Throws<NeptuneReservedFieldException>(() => run[path].Append(1));
        Assert.Throws<NeptuneReservedFieldException>(() => run.Delete(path));
        Assert.Throws<NeptuneReservedFieldException>(() => run.Delete("sys"));
    }

    [Fact]
    public void A_field_assigned_from_another_copies_its_value()
    {
        using var other = store.Run();
        other["lr"] = 0.25;
        other["loss"].Append(1);

        run["copied"] = other["lr"];

        Assert.Equal(0.25, run["copied"].Fetch<double>());
        Assert.Throws<NeptuneUnsupportedValueException>(() => run["series"] = other["loss"]);
        Assert.Throws<NeptuneMissingFieldException>(() => run["series"] = other["missing"]);
    }

    [Fact]
    public void Points_come_back_ordered_by_step_and_the_last_value_of_a_step_wins()
    {
        var loss = run["loss"];
        loss.Append(5, step: 10);
        loss.Append(1, step: 2);
        loss.Append(7, step: 10);
        loss.Append(0, step: 2.5);
        loss.Append(9);

        Assert.Equal([(2, 1), (2.5, 0), (10, 7), (11, 9)], loss.FetchValues<double>().Select(p => (p.Step, p.Value)));
        Assert.Equal([(2.5, 0), (10, 7)], loss.FetchValues<double>(fromStep: 2.2, toStep: 10).Select(p => (p.Step, p.Value)));
    }

    [Fact]
    public void A_timestamp_is_kept_to_the_millisecond()
    {
        var time = new DateTimeOffset(2020, 2, 29, 12, 30, 15, 123, TimeSpan.Zero);

        run["loss"].Append(1, timestamp: time.AddTicks(9));

        Assert.Equal(time, run["loss"].FetchValues<double>()[0].Timestamp);
    }

    [Fact]
    public void Extend_takes_steps_and_times_for_every_value_and_none_at_all_creates_the_series()
    {
        run["a"].Extend([1.0, 2.0], steps: [5, 6], timestamps: [DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)]);
        run["b"].Extend(Array.Empty<double>());
        run["c"].Extend(["x", "y"], steps: [1, 0]);

        Assert.Equal([5.0, 6.0], run["a"].FetchValues<double>().Steps.ToArray());
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), run["a"].FetchValues<double>()[1].Timestamp);
        Assert.Empty(run["b"].FetchValues<double>());
        Assert.Equal(["y", "x"], run["c"].FetchValues<string>().Values.ToArray());
        Assert.Throws<ArgumentException>(() => run["a"].Extend([1.0], steps: [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => run["a"].Extend([1.0], steps: [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => run["a"].Append(1, step: double.PositiveInfinity));
    }

    [Fact]
    public void A_long_extend_is_one_call_and_every_point_is_there()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => Math.Sin(i)).ToArray();

        run["wave"].Extend(values);

        Assert.Equal(values, run["wave"].FetchValues<double>().Values.ToArray());
    }

    [Fact]
    public void Assigning_a_series_or_a_set_replaces_what_was_there()
    {
        run["loss"].Extend([1.0, 2.0, 3.0]);
        run["log"].Append("old");
        run["set"].Add("old");

        run["loss"] = new FloatSeriesValue([9.0], steps: [4]);
        run["log"] = new StringSeriesValue(["new"]);
        run["set"] = new StringSetValue("new", "newer");

        Assert.Equal([(4, 9)], run["loss"].FetchValues<double>().Select(p => (p.Step, p.Value)));
        Assert.Equal(["new"], run["log"].FetchValues<string>().Values.ToArray());
        Assert.Equal(["new", "newer"], run["set"].Fetch<string[]>());
    }

    [Fact]
    public void Sets_add_remove_and_clear()
    {
        run["set"].Add("a", "b", "a");
        run["set"].Remove("a", "unknown");
        Assert.Equal(["b"], run["set"].Fetch<string[]>());

        run["set"].Clear();

        Assert.Empty(run["set"].Fetch<string[]>());
        Assert.True(run.Exists("set"));
    }

    [Fact]
    public void A_file_is_kept_as_it_was_at_the_call()
    {
        var path = Path.Combine(store.Home, "model.zip");
        File.WriteAllText(path, "first");

        run["model"].Upload(path);
        File.WriteAllText(path, "second");
        run["model"].Download(Path.Combine(store.Home, "downloads") + "/");

        Assert.Equal("first", File.ReadAllText(Path.Combine(store.Home, "downloads", $"{run.Id}_model.zip")));
        Assert.Equal("zip", run["model"].FetchExtension());
        Assert.Equal(5, run["sys/size"].Fetch<double>());
    }

    [Fact]
    public void Files_come_from_bytes_text_and_streams()
    {
        run["bytes"] = new byte[] { 1, 2, 3 };
        run["text"].Upload(NeptuneFile.FromText("grüß", "md"));
        var stream = NeptuneFile.FromStream(new MemoryStream([4, 5]), "dat");
        run["stream"].Upload(stream);

        Assert.Equal([1, 2, 3], Content("bytes"));
        Assert.Equal("grüß"u8.ToArray(), Content("text"));
        Assert.Equal([4, 5], Content("stream"));
        Assert.Equal(["bin", "md", "dat"], new[] { "bytes", "text", "stream" }.Select(p => run[p].FetchExtension()));
        Assert.Throws<NeptuneException>(() => run["again"].Upload(stream));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_at_the_call() =>
        Assert.Contains("missing.bin", Assert.Throws<NeptuneNotFoundException>(() => run["f"].Upload("missing.bin")).Message);

    [Fact]
    public void A_downloaded_file_stays_inside_its_folder()
    {
        run["a/.."].Upload(NeptuneFile.FromText("x"));
        var folder = Directory.CreateDirectory(Path.Combine(store.Home, "in")).FullName;

        run["a/.."].Download(folder);

        Assert.Equal($"{run.Id}_...txt", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
    }

    [Fact]
    public void The_structure_is_nested_dictionaries_of_fields()
    {
        run["params/lr"] = 0.1;
        run["params/net/layers"] = 3;

        var parameters = (IReadOnlyDictionary<string, object>)run.GetStructure()["params"];

        Assert.Equal("params/lr", ((Field)parameters["lr"]).Path);
        Assert.Equal(FieldType.Int, ((Field)((IReadOnlyDictionary<string, object>)parameters["net"])["layers"]).Type);
        Assert.True(run.Exists("params"));
        Assert.True(run.Exists("params/net/layers"));
        Assert.False(run.Exists("params/net/other"));
        Assert.False(run.Exists("par"));
    }

    [Fact]
    public void The_structure_is_printed_as_a_sorted_tree()
    {
        using var model = store.Model("TREE");
        model["b/y"] = 1;
        model["b/x"] = "text";
        model["a"] = true;
        model.Delete("a");
        model["c"].Append(1);
        var text = new StringWriter { NewLine = "\n" };

        model.PrintStructure(text);

        Assert.StartsWith("'b':\n    'x': String\n    'y': Int\n'c': FloatSeries\n'sys':\n    'creation_time': Datetime\n", text.ToString());
    }

    [Fact]
    public void Fields_below_a_field_can_be_reached_from_it()
    {
        run["params"]["lr"] = 0.5;
        run["params"]["net"]["layers"] = 2;

        Assert.Equal(0.5, run["params/lr"].Fetch<double>());
        Assert.Equal(2, run["params"]["net/layers"].Fetch<int>());
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private byte[] Content(string path)
    {
        var target = Path.Combine(store.Home, Guid.NewGuid().ToString("N"));
        run[path].Download(target);
        return File.ReadAllBytes(target);
    }
}
