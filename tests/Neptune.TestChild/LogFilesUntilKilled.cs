using System.Globalization;
using Neptune.Backends;
using Neptune.Storage;

namespace Neptune.TestChild;

/// <summary>
/// Logs file series, file sets, artifacts, a checkpoint that is overwritten and large files into a run, counting every call that returned,
/// while unused contents are removed as fast as possible, until it is killed.
/// </summary>
public static class LogFilesUntilKilled
{
    public const int Images = 1;
    public const int SetFiles = 2;
    public const int Tracked = 3;
    public const int Checkpoints = 4;
    public const int LargeFiles = 5;

    public const int LargeSize = 8 << 20;

    public static int Run(string witnessPath)
    {
        using var witness = new Witness(witnessPath);
        var name = Path.GetFileName(witnessPath);
        using var run = Neptune.Run.Init(new()
        {
            CustomRunId = name, FlushPeriod = TimeSpan.FromMilliseconds(5), SourceFiles = [], Dependencies = "none", GitRef = GitRef.Disabled,
            CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false,
        });
        var files = Directory.CreateDirectory($"{witnessPath}-files").FullName;

        Thread[] threads =
        [
            // The step is left to the library: a point applied twice would show as one too many.
            new(() => Count(witness, Images, i => run["images"].Append(NeptuneFile.FromText(Text(name, i))))),
            new(() => Count(witness, SetFiles, i => run["set"].UploadFiles(Write(files, $"set-{i}", Text(name, i))))),
            new(() => Count(witness, Tracked, i => run["artifact"].TrackFiles(Write(files, $"tracked-{i}", Text(name, i))))),
            new(() => Count(witness, Checkpoints, i => run["checkpoint"].Upload(NeptuneFile.FromText(Text(name, i))))),
            new(() => Count(witness, LargeFiles, i => run[string.Create(CultureInfo.InvariantCulture, $"large/{i}")].Upload(NeptuneFile.FromStream(new MemoryStream(Large(i)), "bin")))),
            new(Sweep) { IsBackground = true },
        ];
        foreach (var thread in threads)
            thread.Start();
        witness[LogUntilKilled.ReadySlot] = 1;
        foreach (var thread in threads)
            thread.Join();
        return 0;
    }

    public static string Text(string name, long i) => string.Create(CultureInfo.InvariantCulture, $"{name} {i}");

    public static byte[] Large(long i)
    {
        var bytes = new byte[LargeSize];
        new Random((int)i).NextBytes(bytes);
        return bytes;
    }

    private static string Write(string folder, FormattableString name, string text)
    {
        var path = Path.Combine(folder, FormattableString.Invariant(name));
        File.WriteAllText(path, text);
        return path;
    }

    private static void Sweep()
    {
        using var store = Store.Open(new StoreOptions(StoreLocation.Find().Folder));
        while (true)
            store.Sweep(DateTimeOffset.UtcNow.AddHours(2));
    }

    private static void Count(Witness witness, int slot, Action<long> call)
    {
        for (long i = 0; ; i++)
        {
            call(i);
            witness[slot] = i + 1;
        }
    }
}
