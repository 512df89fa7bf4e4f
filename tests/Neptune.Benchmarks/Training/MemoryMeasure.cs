using System.Diagnostics;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>What a process that logs and logs keeps in memory.</summary>
internal static class MemoryMeasure
{
    private const int SeriesCount = 10;
    private const double Megabyte = 1e6;
    private const string Unit = "MB";

    public static Report Run(bool quick)
    {
        var points = quick ? 5_000_000 : 50_000_000;
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        FloatSeries[] series = [.. Enumerable.Range(0, SeriesCount).Select(i => run.GetFloatSeries($"train/metric{i}"))];
        var curve = Curve.Noisy(1 << 16);
        Append(series, curve, SeriesCount);
        run.Wait();

        var before = Private();
        var (during, resident) = (new List<double>(), new List<double>());
        var slice = points / 100;
        for (var logged = 0; logged < points; logged += slice)
        {
            Append(series, curve, slice);
            during.Add((Private() - before) / Megabyte);
            resident.Add(Process.GetCurrentProcess().WorkingSet64 / Megabyte);
        }
        run.Wait();
        var after = (Private() - before) / Megabyte;

        return new(
            "Memory of a process that logs",
            $"{points / Megabyte:N0} M points into {SeriesCount} series of one run as fast as one thread can; looked at a hundred times on the way. Private memory (heap, anonymous pages) above the start; journal pages are pages of files, which the system takes back when it needs them.",
            [
                new("**private memory above the start, highest**", Unit, new([during.Max()])) { Budget = Budget.AtMost(150) },
                new("the same, on the way", Unit, new(during)),
                new("the same, when the store has everything", Unit, new([after])),
                new("managed heap, at the end", Unit, new([GC.GetTotalMemory(forceFullCollection: false) / Megabyte])),
                new("resident, with the pages of the journal", Unit, new(resident)),
            ]);
    }

    private static void Append(FloatSeries[] series, Curve curve, int points)
    {
        var mask = curve.Values.Length - 1;
        for (var i = 0; i < points; i++)
            series[i % SeriesCount].Append(curve.Values[i & mask]);
    }

    /// <summary>Anonymous resident memory; the whole working set where the system does not part it.</summary>
    private static double Private()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
            return Process.GetCurrentProcess().WorkingSet64;
        var line = File.ReadLines(Status).First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
