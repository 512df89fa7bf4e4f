using System.Globalization;

namespace Neptune.Monitoring;

/// <summary>Use, memory and power of the cards that the process may use: <c>gpu</c>, <c>gpu_memory</c>, <c>gpu_power</c>, with <c>_0</c>, <c>_1</c>… behind when the machine has several.</summary>
internal sealed class GpuMetrics
{
    public const string VisibleVariable = "CUDA_VISIBLE_DEVICES";

    private const double BytesPerGigabyte = 1e9;

    private readonly List<(Field Series, Func<double?> Read)> series = [];

    public GpuMetrics(Run run, string ns, GpuFunctions driver, string? visible)
    {
        var count = driver.Count();
        foreach (var card in Visible(driver, count, visible))
        {
            var suffix = count > 1 ? string.Create(CultureInfo.InvariantCulture, $"_{card}") : "";
            series.Add((run[$"{ns}/gpu{suffix}"], () => driver.Utilization(card)));
            series.Add((run[$"{ns}/gpu_memory{suffix}"], () => driver.MemoryInUse(card) / BytesPerGigabyte));
            series.Add((run[$"{ns}/gpu_power{suffix}"], () => driver.Power(card)));
        }
    }

    /// <returns><see langword="null"/> when there is no driver.</returns>
    public static GpuMetrics? Find(Run run, string ns) =>
        Nvml.Load() is { } driver ? new(run, ns, driver, Environment.GetEnvironmentVariable(VisibleVariable)) : null;

    public void Sample()
    {
        foreach (var (field, read) in series)
        {
            if (read() is { } value)
                field.Append(value);
        }
    }

    /// <summary>As CUDA reads the variable: numbers or identities, up to the first that names no card.</summary>
    private static IEnumerable<int> Visible(GpuFunctions driver, int count, string? visible)
    {
        var all = Enumerable.Range(0, count);
        if (visible is null)
            return all;
        return visible.Split(',', StringSplitOptions.TrimEntries)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number < count ? number : -1)
                : name.Length == 0 ? -1
                : all.Where(card => driver.Uuid(card)?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true).DefaultIfEmpty(-1).First())
            .TakeWhile(card => card >= 0)
            .Distinct();
    }
}
