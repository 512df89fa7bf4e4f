using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

public abstract class SeriesSpecification : EngineTest
{
    private protected SeriesSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Points_without_steps_count_from_zero()
    {
        Apply(Floats("loss", (null, 1.5), (null, 1.25)));
        Apply(Floats("loss", (null, 1.0)));

        Assert.Equal([(0, 1.5), (1, 1.25), (2, 1.0)], ReadFloats("loss"));
    }

    private (double, double)[] ReadFloats(string path) => Pairs(Store.ReadFloats(Run.Uid, path));
}
