namespace Neptune.Storage.Tests;

public abstract class FieldTableSpecification : EngineTest
{
    private protected FieldTableSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Chosen_fields_of_many_objects_are_read_at_once()
    {
        var second = NewRun();
        Apply(new AssignOperation("lr", ScalarValue.Float(0.1)), new AssignOperation("note", ScalarValue.String("x")));
        Store.Apply(second.Uid, [new AssignOperation("lr", ScalarValue.Float(0.2))]);

        var table = Store.ReadFields([Run.Uid, second.Uid, Guid.NewGuid()], ["lr", "note", "nothing"]);

        Assert.Equal(2, table.Count);
        Assert.Equal(["lr", "note"], table[Run.Uid].Select(field => field.Path));
        Assert.Equal(0.2, Assert.Single(table[second.Uid]).Scalar!.Value.Real);
    }

    [Fact]
    public void All_fields_of_many_objects_are_those_of_each()
    {
        var runs = Enumerable.Range(0, 1100).Select(_ => NewRun().Uid).ToArray();

        var table = Store.ReadFields(runs);

        Assert.Equal(runs.Length, table.Count);
        Assert.Equal(Store.ReadFields(runs[^1]), table[runs[^1]].Select(field => field with { Members = null }));
    }

    [Fact]
    public void Members_of_string_sets_are_read_along()
    {
        var second = NewRun();
        Apply(new AddStringsOperation("sys/tags", ["b", "a"]), new AddStringsOperation("labels", ["x"]));
        Store.Apply(second.Uid, [new AddStringsOperation("labels", ["y"])]);

        var table = Store.ReadFields([Run.Uid, second.Uid], ["labels", "sys/tags"]);

        Assert.Equal(["x", "a b"], table[Run.Uid].Select(set => string.Join(' ', set.Members!)));
        Assert.Equal(["y", ""], table[second.Uid].Select(set => string.Join(' ', set.Members!)));
    }

    [Fact]
    public void An_empty_table_has_no_rows() => Assert.Empty(Store.ReadFields([], []));
}
