namespace Neptune.Core.Tests;

public sealed class FloatPointsTests
{
    [Fact]
    public void Points_stay_in_order_while_the_columns_grow()
    {
        var points = new FloatPoints(capacity: 1);
        for (var i = 0; i < 100; i++)
            points.Add(i, i * 2, i * 3);
        points.AddRange([100], [200], [300]);

        var (steps, values, times) = points.Extend(1);
        (steps[0], values[0], times[0]) = (101, 202, 303);

        Assert.Equal(Enumerable.Range(0, 102).Select(i => (double)i), points.Steps.ToArray());
        Assert.Equal(Enumerable.Range(0, 102).Select(i => i * 2.0), points.Values.ToArray());
        Assert.Equal(Enumerable.Range(0, 102).Select(i => i * 3L), points.Times.ToArray());
    }

    [Fact]
    public void Cleared_points_are_none()
    {
        var points = new FloatPoints();
        points.Add(1, 2, 3);

        points.Clear();

        Assert.Equal(0, points.Count);
        Assert.True(points.Steps.IsEmpty);
    }
}
