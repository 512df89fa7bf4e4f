using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

/// <summary>Several openings of one store, as several processes have them.</summary>
public abstract class SharingSpecification : EngineTest
{
    private protected SharingSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void What_one_writes_another_continues()
    {
        using var other = OpenAnother();

        for (var i = 0; i < 40; i++)
            (i % 2 == 0 ? Store : other).Apply(Run.Uid, [Floats("loss", [.. Enumerable.Range(0, 77).Select(_ => ((double?)null, (double)i))])]);

        Assert.Equal(Enumerable.Range(0, 40 * 77).Select(step => ((double)step, (double)(step / 77))), Pairs(Store.ReadFloats(Run.Uid, "loss")));
        Assert.Equal(40 * 77, Store.ReadField(Run.Uid, "loss")!.Series!.Count);
    }

    [Fact]
    public void A_field_that_another_has_made_decides_the_type()
    {
        using var other = OpenAnother();
        Apply(new AssignOperation("before", ScalarValue.Int(1)));

        other.Apply(Run.Uid, [new AssignOperation("x", ScalarValue.String("text")), new DeleteOperation("before")]);

        Assert.Contains("type String", Refused(new AssignOperation("x", ScalarValue.Int(1))), StringComparison.Ordinal);
        Apply(new AssignOperation("before", ScalarValue.Bool(true)));
    }

    [Fact]
    public void Threads_of_several_openings_create_and_write_at_once()
    {
        using var other = OpenAnother();

        Parallel.For(0, 40, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            var store = i % 2 == 0 ? Store : other;
            var shared = store.CreateRun(Project, $"custom {i % 10}", Owner, Now).Record;
            store.Apply(shared.Uid, [Floats("loss", (null, i), (null, i))]);
            store.ReadFields(shared.Uid);
        });

        var runs = Store.List(ObjectKind.Run, Project);
        Assert.Equal(11, runs.Count);
        Assert.Equal(80, runs.Where(run => run.CustomId is not null).Sum(run => Store.ReadField(run.Uid, "loss")!.Series!.Count));
    }
}
