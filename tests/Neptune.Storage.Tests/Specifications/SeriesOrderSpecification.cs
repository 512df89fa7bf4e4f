using CsCheck;

namespace Neptune.Storage.Tests;

/// <summary>Points in any order, against a sorted dictionary.</summary>
public abstract class SeriesOrderSpecification : EngineTest
{
    private static readonly Gen<double> Steps = Gen.OneOf(Gen.Int[-50, 6000].Select(step => (double)step), Gen.Int[-100, 12000].Select(step => step / 2.0), Gen.Const(double.NaN));

    private static readonly Gen<(double Step, double Value)[]> Scattered = Gen.Select(Steps, Gen.Double).Array[1, 60];

    private static readonly Gen<(double Step, double Value)[]> Sorted = Gen.Select(Gen.Int[-50, 4000], Gen.Int[1, 2500], Gen.Int[0, 100])
        .Select((from, count, seed) => Enumerable.Range(from, count).Select(step => ((double)step, (double)((step * 31) + seed))).ToArray());

    private static readonly Gen<(double Step, double Value)[][]> Batches = Gen.OneOf(Scattered, Sorted).Array[1, 12];

    private int series;

    private protected SeriesOrderSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Points_may_come_in_any_order() => Batches.Sample(
        batches =>
        {
            var path = $"series/{series++}";
            var model = new SortedDictionary<double, double>();

            foreach (var batch in batches)
            {
                Apply(Points.Floats(path, [.. batch.Select(point => ((double?)point.Step, point.Value))]));
                foreach (var (step, value) in batch)
                    model[double.IsNaN(step) ? Next(model) : step] = value;
            }

            RequireSame(path, model);
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Texts_may_come_in_any_order() => Gen.OneOf(Scattered, Sorted).Array[1, 5].Sample(
        batches =>
        {
            var path = $"texts/{series++}";
            var model = new SortedDictionary<double, string>();

            foreach (var batch in batches)
            {
                Apply(Points.Strings(path, [.. batch.Select(point => ((double?)point.Step, Text(point.Value)))]));
                foreach (var (step, value) in batch)
                    model[double.IsNaN(step) ? Next(model) : step] = Text(value);
            }

            Assert.Equal(model.Select(point => (point.Key, point.Value)), Points.Pairs(Store.ReadStrings(Run.Uid, path)));
            Assert.Equal((model.Count, model.Last().Key, model.Last().Value), (Summary(path).Count, Summary(path).LastStep, Summary(path).LastText));
        },
        iter: 20,
        threads: 1);

    private static string Text(double value) => $"line {value}";

    private static double Next<T>(SortedDictionary<double, T> model) => model.Count == 0 ? 0 : Math.Floor(model.Last().Key) + 1;

    private void RequireSame(string path, SortedDictionary<double, double> model)
    {
        Assert.Equal(model.Select(point => (point.Key, point.Value)), Points.Pairs(Store.ReadFloats(Run.Uid, path)));

        var (from, to) = (model.ElementAt(model.Count / 3).Key, model.ElementAt(model.Count / 2).Key);
        Assert.Equal(model.Keys.Where(step => step >= from && step <= to), Store.ReadFloats(Run.Uid, path, from, to).Steps.ToArray());

        var summary = Summary(path);
        var last = model.Last();
        Assert.Equal((model.Count, last.Key, last.Value), (summary.Count, summary.LastStep, summary.Last));
        Assert.Equal((model.Values.Min(), model.Values.Max()), (summary.Min, summary.Max));

        var buckets = Store.ReadFloatBuckets(Run.Uid, path, 4);
        Assert.Equal(model.Count, buckets.Sum(bucket => bucket.Count));
        Assert.Equal(model.Values.Max(), buckets.Max(bucket => bucket.Max));
    }
}
