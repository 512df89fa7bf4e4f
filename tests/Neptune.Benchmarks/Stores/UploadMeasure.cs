using System.Diagnostics;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Stores;

/// <summary>What a large file costs: the memory it takes on its way into the store and out again, and the time beside a plain copy.</summary>
internal static class UploadMeasure
{
    private const double Megabyte = 1e6;
    private const string Unit = "MB";
    private const string TimeUnit = "s";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    public static Report Run(bool quick)
    {
        var bytes = quick ? 100_000_000L : 1_000_000_000L;
        using var workspace = new Workspace();
        var source = workspace.PathOf("large.bin");
        Fill(source, bytes);
        using var run = Runs.Quiet(workspace.Folder);
        run["warm"].Upload(NeptuneFile.FromText("up"));
        run.Wait();

        var before = Resident();
        using var highest = new Highest();
        var call = Time(() => run["model"].Upload(source));
        var stored = Time(() => run.Wait());
        var upload = highest.Take() - before;
        var download = Time(() => run["model"].Download(workspace.PathOf("out.bin")));
        var down = highest.Take() - before;
        var copy = new Figure("File.Copy of the same file", TimeUnit, new([Time(() => File.Copy(source, workspace.PathOf("copy.bin")))]));

        return new(
            "A large file into the store and out again",
            $"One file of {bytes / Megabyte:N0} MB of random bytes. The working set of the process is looked at every {LookEvery.TotalMilliseconds} ms; it includes 1 MiB of mapped journal.",
            [
                new("**working set above the start while it is uploaded, highest**", Unit, new([upload / Megabyte])) { Budget = Budget.AtMost(64) },
                new("the same while it is downloaded", Unit, new([down / Megabyte])) { Budget = Budget.AtMost(64) },
                new("Upload(path): copied and hashed", TimeUnit, new([call])) { Beside = copy },
                new("Wait: until it is in the store", TimeUnit, new([stored])),
                new("Download(file)", TimeUnit, new([download])) { Beside = copy },
                copy,
            ]);
    }

    private static void Fill(string path, long bytes)
    {
        var random = new Random(1);
        var block = new byte[1 << 20];
        using var file = File.Create(path, bufferSize: 0);
        for (var written = 0L; written < bytes; written += block.Length)
        {
            random.NextBytes(block);
            file.Write(block, 0, (int)Math.Min(block.Length, bytes - written));
        }
    }

    private static double Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Looks at the working set again and again.</summary>
    private sealed class Highest : IDisposable
    {
        private readonly Timer timer;
        private long seen;

        public Highest() => timer = new Timer(_ => Look(), null, LookEvery, LookEvery);

        /// <summary>The highest since the last call.</summary>
        public double Take()
        {
            Look();
            return Interlocked.Exchange(ref seen, 0);
        }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            var now = Resident();
            for (var known = Volatile.Read(ref seen); now > known; known = Volatile.Read(ref seen))
                Interlocked.CompareExchange(ref seen, now, known);
        }
    }
}
