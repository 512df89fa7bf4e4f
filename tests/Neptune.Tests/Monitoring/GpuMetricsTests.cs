using Neptune.Monitoring;

namespace Neptune.Tests.Monitoring;

public sealed class GpuMetricsTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_single_card_has_no_number_and_zeros_are_data()
    {
        using var run = store.Run();

        new GpuMetrics(run, "mon", Cards(1), null).Sample();

        Assert.Equal(
            [("mon/gpu", 0.0), ("mon/gpu_memory", 1.5), ("mon/gpu_power", 100.0)],
            Found(run));
    }

    [Theory]
    [InlineData(null, "0,1,2")]
    [InlineData("2,0", "2,0")]
    [InlineData("GPU-b", "1")]
    [InlineData("1,9,2", "1")]
    [InlineData("-1", "")]
    [InlineData("", "")]
    public void Cards_that_CUDA_hides_are_left_out(string? visible, string expected)
    {
        using var run = store.Run();

        new GpuMetrics(run, "mon", Cards(3), visible).Sample();

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order().Select(card => $"mon/gpu_{card}"), Found(run).Select(f => f.Path).Where(p => p.Length == "mon/gpu_0".Length));
    }

    [Fact]
    public void What_a_card_does_not_tell_is_no_series()
    {
        using var run = store.Run();

        new GpuMetrics(run, "mon", Cards(1) with { Power = _ => null }, null).Sample();

        Assert.Equal(["mon/gpu", "mon/gpu_memory"], Found(run).Select(f => f.Path));
    }

    public void Dispose() => store.Dispose();

    private static GpuFunctions Cards(int count) => new(() => count, card => $"GPU-{(char)('a' + card)}0", card => card, card => 1.5e9 + card, card => 100 + card);

    private static (string Path, double Value)[] Found(Run run) => run.Exists("mon")
        ? [.. ((IReadOnlyDictionary<string, object>)run.GetStructure()["mon"]).Values.Cast<Field>().OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f.Path, f.FetchLast<double>()))]
        : [];
}
