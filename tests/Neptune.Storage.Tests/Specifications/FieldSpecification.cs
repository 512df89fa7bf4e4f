using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

public abstract class FieldSpecification : EngineTest
{
    private protected FieldSpecification(TestEngine engine)
        : base(engine)
    {
    }

    public static TheoryData<double> SpecialNumbers => [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, double.MaxValue, 0.1];

    [Fact]
    public void Every_type_of_scalar_comes_back_as_it_was_assigned()
    {
        var time = new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(1234567);

        Apply(
            new AssignOperation("a/int", ScalarValue.Int(long.MinValue)),
            new AssignOperation("a/bool", ScalarValue.Bool(true)),
            new AssignOperation("a/text", ScalarValue.String("Grüße 🚀\0\n")),
            new AssignOperation("a/time", ScalarValue.Datetime(time)),
            new AssignOperation("a/empty", ScalarValue.String("")));

        Assert.Equal(long.MinValue, Read("a/int"));
        Assert.Equal(true, Read("a/bool"));
        Assert.Equal("Grüße 🚀\0\n", Read("a/text"));
        Assert.Equal(time, Read("a/time"));
        Assert.Equal("", Read("a/empty"));
        Assert.Null(Store.ReadField(Run.Uid, "a"));
    }

    [Theory]
    [MemberData(nameof(SpecialNumbers))]
    public void Every_float_keeps_its_value(double value)
    {
        Apply(new AssignOperation("x", ScalarValue.Float(value)));

        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)Read("x")!));
    }

    [Fact]
    public void A_zero_that_is_assigned_again_has_its_new_sign()
    {
        Apply(new AssignOperation("x", ScalarValue.Float(-0.0)), new AssignOperation("x", ScalarValue.Float(0.0)));

        Assert.False(double.IsNegative((double)Read("x")!));
    }

    [Fact]
    public void An_int_fits_a_float_field_and_nothing_else_changes_type()
    {
        Apply(new AssignOperation("lr", ScalarValue.Float(0.5)), new AssignOperation("lr", ScalarValue.Int(2)));

        var reason = Refused(new AssignOperation("lr", ScalarValue.String("two")));

        Assert.Equal(2.0, Read("lr"));
        Assert.Contains("\"lr\" is a field of type Float", reason, StringComparison.Ordinal);
        Refused(Floats("lr", (0, 1)));
        Refused(new AddStringsOperation("lr", ["x"]));
    }

    [Fact]
    public void A_field_cannot_lie_below_a_field_or_be_where_a_namespace_is()
    {
        Apply(new AssignOperation("a/b", ScalarValue.Int(1)));

        Assert.Contains("no field \"a/b/c/d\" below it", Refused(new AssignOperation("a/b/c/d", ScalarValue.Int(1))), StringComparison.Ordinal);
        Assert.Contains("\"a\" is a namespace", Refused(Floats("a", (0, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_reported_and_the_rest_is_applied()
    {
        var result = Store.Apply(Run.Uid, [
            new AssignOperation("x", ScalarValue.Int(1)),
            new AssignOperation("x", ScalarValue.Bool(true)),
            new DeleteOperation("nothing"),
            new AssignOperation("y", ScalarValue.Int(2))]);

        Assert.True(result.Applied);
        Assert.Equal(["x", "nothing"], result.Errors.Select(error => error.Path));
        Assert.Equal((1L, 2L), (Read("x"), Read("y")));
    }

    [Fact]
    public void Deleting_a_namespace_deletes_all_fields_below_it()
    {
        Apply(
            new AssignOperation("a/b", ScalarValue.Int(1)), Floats("a/c/loss", (0, 1)), Strings("a/c/log", (0, "x")),
            new AddStringsOperation("a/set", ["x"]), new AssignOperation("ab", ScalarValue.Int(2)));

        Apply(new DeleteOperation("a"));

        Assert.Equal(["ab"], Store.ReadFields(Run.Uid).Select(field => field.Path).Where(path => !path.StartsWith("sys/", StringComparison.Ordinal)));
        Apply(new AssignOperation("a", ScalarValue.Int(1)), new DeleteOperation("a"), Floats("a/c/loss", (null, 5)), new AddStringsOperation("a/set", []));
        Assert.Equal([(0, 5)], Pairs(Store.ReadFloats(Run.Uid, "a/c/loss")));
        Assert.Empty(Store.ReadStringSet(Run.Uid, "a/set"));
    }

    [Fact]
    public void Fields_that_the_engine_maintains_cannot_be_deleted()
    {
        Assert.Contains("maintained by Neptune", Refused(new DeleteOperation("sys")), StringComparison.Ordinal);
        Assert.Equal("CLS-1", Read("sys/id"));
    }

    [Fact]
    public void String_sets_take_each_member_once_and_are_read_in_order()
    {
        Apply(new AddStringsOperation("sys/tags", ["b", "a", "b", "ä", "B"]), new RemoveStringsOperation("sys/tags", ["b", "missing"]));

        Assert.Equal(["B", "a", "ä"], Store.ReadStringSet(Run.Uid, "sys/tags"));
    }

    [Fact]
    public void Clearing_empties_sets_and_series_and_keeps_the_field()
    {
        Apply(Floats("loss", (3, 1), (4, 2)), Strings("log", (0, "x")), new AddStringsOperation("tags", ["x"]));

        Apply(new ClearOperation("loss"), new ClearOperation("log"), new ClearOperation("tags"));

        Assert.Equal(new SeriesSummary(0, double.NaN, 0, null, null, null, null, null, null), Summary("loss"));
        Assert.Equal(0, Summary("log").Count);
        Assert.Empty(Store.ReadStringSet(Run.Uid, "tags"));
        Apply(Floats("loss", (null, 7)));
        Assert.Equal([(0, 7)], Pairs(Store.ReadFloats(Run.Uid, "loss")));
        Refused(new ClearOperation("sys/id"));
        Refused(new ClearOperation("nothing"));
    }

    [Fact]
    public void The_size_of_an_object_is_that_of_its_files()
    {
        Apply(new AssignFileOperation("model", new(new('a', 64), 100, "zip")), new AssignFileOperation("data/x", new(new('b', 64), 11, "")));
        Apply(new AssignFileOperation("model", new(new('c', 64), 50, "onnx")));

        Assert.Equal(61.0, Read("sys/size"));
        Assert.Equal(new FileContent(new('c', 64), 50, "onnx"), Store.ReadField(Run.Uid, "model")!.File);

        Reopen();
        Apply(new DeleteOperation("data"));
        Assert.Equal(50.0, Read("sys/size"));
    }

    [Fact]
    public void A_change_moves_the_modification_time()
    {
        Apply(new AssignOperation("x", ScalarValue.Int(1)));

        Assert.NotEqual(Now, Read("sys/modification_time"));
        Assert.Equal(Now, Read("sys/creation_time"));
    }

    [Fact]
    public void Fields_of_a_namespace_are_listed_by_path()
    {
        foreach (var path in (string[])["a/b", "a-b", "a0", "a/a/z", "ab/x"])
            Apply(new AssignOperation(path, ScalarValue.Int(1)));

        Assert.Equal(["a/a/z", "a/b"], Store.ReadFields(Run.Uid, "a").Select(field => field.Path));
        Assert.Equal(["a/b"], Store.ReadFields(Run.Uid, "a/b").Select(field => field.Path));
        Assert.Empty(Store.ReadFields(Run.Uid, "nothing"));
    }

    [Fact]
    public void Reading_points_of_what_is_not_such_a_series_is_an_error()
    {
        Apply(new AssignOperation("x", ScalarValue.Int(1)));

        Assert.Equal("nothing", Assert.Throws<NeptuneMissingFieldException>(() => Store.ReadFloats(Run.Uid, "nothing")).Path);
        Assert.Equal(FieldType.Int, Assert.Throws<NeptuneFieldTypeException>(() => Store.ReadFloats(Run.Uid, "x")).ExistingType);
        Assert.Throws<NeptuneNotFoundException>(() => Store.ReadFields(Guid.NewGuid()));
        Assert.Throws<NeptuneNotFoundException>(() => Store.Apply(Guid.NewGuid(), []));
    }
}
