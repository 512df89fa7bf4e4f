using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.TestChild;

namespace Neptune.Tests.Disk;

/// <summary>Damaged, truncated and torn stores: a typed error or what is intact, never a crash.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void Whatever_page_of_the_store_is_damaged_reading_gives_values_or_typed_errors()
    {
        Fill();
        var file = Path.Combine(store.Folder, "store.db");
        var intact = File.ReadAllBytes(file);
        var random = new Random(11);
        var (read, refused) = (0, 0);

        for (var trial = 0; trial < 150; trial++)
        {
            var damaged = (byte[])intact.Clone();
            random.NextBytes(damaged.AsSpan(random.Next(100, damaged.Length - 600), random.Next(1, 600)));
            File.WriteAllBytes(file, damaged);
            File.Delete(file + "-wal");
            File.Delete(file + "-shm");
            try
            {
                ReadEverything();
                read++;
            }
            catch (NeptuneException)
            {
                refused++;
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    [Fact]
    public void A_damaged_chunk_is_named_and_the_rest_of_the_store_stays_readable()
    {
        Fill();
        var file = Path.Combine(store.Folder, "store.db");
        var bytes = File.ReadAllBytes(file);
        // Three short texts are stored as they are: in the chunk, and the last one in its field.
        Assert.True(FlipEvery("a rather recognisable line"u8, bytes) > 1);
        File.WriteAllBytes(file, bytes);

        using var run = store.ReadOnly("CLS-1");

        Assert.Contains("log", Assert.Throws<NeptuneCorruptDataException>(() => run["log"].FetchValues<string>()).Message);
        Assert.Equal(5000, run["loss"].FetchValues<double>().Count);
        Assert.Equal(0.5, run["params/lr"].Fetch<double>());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_truncated_segment_gives_back_what_is_before_the_cut(double keep)
    {
        var (info, folder) = JournalOfAKilledProcess();
        var segment = Path.Combine(folder, "000001.segment");
        using (var stream = new FileStream(segment, FileMode.Open))
            stream.SetLength((long)(stream.Length * keep));

        using (var backend = new EmbeddedBackend(store.Folder, readOnly: false))
            JournalRecovery.Recover(backend, NullLogger.Instance, journal => journal.Object == info.Object);

        using var engine = store.Open();
        var values = engine.ReadFloats(info.Object, "loss").Values.ToArray();
        Assert.NotEmpty(values);
        Assert.Equal(Enumerable.Range(0, values.Length).Select(i => (double)i).Take(1000), values.Take(1000));
    }

    [Fact]
    public void A_store_that_was_copied_while_in_use_opens_or_is_refused_and_never_shows_a_point_twice()
    {
        var witnessPath = Path.Combine(store.Home, "witness");
        using var witness = new Witness(witnessPath);
        using var child = Child.Start(store.Home, "log-points", witnessPath);
        SpinWait.SpinUntil(() => child.HasExited || witness[LogUntilKilled.RunPoints] > 1000);

        for (var copy = 0; copy < 10; copy++)
        {
            using var target = new TemporaryStore();
            CopyWhileInUse(store.Folder, target.Folder);
            try
            {
                using var run = target.ReadOnly("CLS-1");
                if (run.Exists("loss"))
                    CheckPrefix(run["loss"].FetchValues<double>().Values.ToArray());
            }
            catch (NeptuneException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
        Assert.False(child.HasExited);
    }

    public void Dispose() => store.Dispose();

    private static void CheckPrefix(double[] values) => Assert.Equal(values.Distinct().Count(), values.Length);

    private static int FlipEvery(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var found = 0;
        for (int at; (at = bytes.IndexOf(text)) >= 0; found++)
        {
            bytes[at] ^= 0x40;
            bytes = bytes[(at + 1)..];
        }
        return found;
    }

    private static void CopyWhileInUse(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            try
            {
                using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var target = new FileStream(Path.Combine(to, Path.GetRelativePath(from, file)), FileMode.Create);
                source.CopyTo(target);
            }
            catch (IOException)
            {
                // Gone, or locked by the process that writes: what `cp` would leave out too.
            }
        }
    }

    private void Fill()
    {
        using var run = store.Run();
        run.Assign("params", new { lr = 0.5, name = "x" });
        run["loss"].Extend(Enumerable.Range(0, 5000).Select(i => Math.Sin(i)));
        run["log"].Extend(Enumerable.Repeat("a rather recognisable line", 3));
        run["set"].Add("a", "b");
    }

    private void ReadEverything()
    {
        using var run = store.ReadOnly("CLS-1");
        run.Fetch();
        run["loss"].FetchValues<double>();
        run["log"].FetchValues<string>();
        run["set"].Fetch<string[]>();
    }

    private (JournalInfo Info, string Folder) JournalOfAKilledProcess()
    {
        store.PrepareForCrashes();
        var witnessPath = Path.Combine(store.Home, "witness");
        using var witness = new Witness(witnessPath);
        using (var child = Child.Start(store.Home, "log-until-killed", witnessPath, "3600000"))
        {
            SpinWait.SpinUntil(() => child.HasExited || witness[LogUntilKilled.VersionPoints] > 30_000);
            child.Kill();
        }
        var entry = JournalEntry.List(store.Journals).Single(entry => entry.Info!.Kind == ObjectKind.ModelVersion);
        return (entry.Info!, entry.Path);
    }
}
