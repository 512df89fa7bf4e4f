using System.Globalization;

namespace Neptune.TestChild;

/// <summary>Logs points, texts, members and fields into a run, a model version and the project, counting every call that returned, until it is killed.</summary>
public static class LogUntilKilled
{
    public const int ReadySlot = 0;
    public const int RunPoints = 1;
    public const int RunTexts = 2;
    public const int RunFields = 3;
    public const int RunMembers = 4;
    public const int VersionPoints = 5;
    public const int ProjectPoints = 6;
    public const int RunFiles = 7;

    public static int Run(string witnessPath, int flushMilliseconds)
    {
        using var witness = new Witness(witnessPath);
        var flush = TimeSpan.FromMilliseconds(flushMilliseconds);
        using var run = Neptune.Run.Init(new() { CustomRunId = Path.GetFileName(witnessPath), FlushPeriod = flush, CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false });
        using var version = ModelVersion.Init(new() { Model = "CRASH-M", Name = Path.GetFileName(witnessPath), FlushPeriod = flush });
        using var project = Project.Init(new() { FlushPeriod = flush });
        var name = Path.GetFileName(witnessPath);

        // Steps are left to the library: a point applied twice would show as one point too many.
        Thread[] threads =
        [
            new(() => Count(witness, RunPoints, i => run["loss"].Append(i))),
            new(() => Count(witness, RunTexts, i => run["log"].Append(i.ToString(CultureInfo.InvariantCulture)))),
            new(() => Count(witness, RunFields, i => run[string.Create(CultureInfo.InvariantCulture, $"fields/{i}")].Assign(i))),
            new(() => Count(witness, RunMembers, i => run["members"].Add(i.ToString(CultureInfo.InvariantCulture)))),
            new(() => Count(witness, VersionPoints, i => version["loss"].Append(i))),
            new(() => Count(witness, ProjectPoints, i => project[$"{name}/loss"].Append(i))),
            new(() => Count(witness, RunFiles, i => run[string.Create(CultureInfo.InvariantCulture, $"files/{i}")].Upload(NeptuneFile.FromText($"{name} {i}")))),
        ];
        foreach (var thread in threads)
            thread.Start();
        witness[ReadySlot] = 1;
        foreach (var thread in threads)
            thread.Join();
        return 0;
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
