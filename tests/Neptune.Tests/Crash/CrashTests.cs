using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Pumping;
using Neptune.Storage;
using Neptune.TestChild;

namespace Neptune.Tests.Crash;

public sealed class CrashTests
{
    private const int Kills = 50;

    [Fact]
    public void Every_call_that_had_returned_before_a_kill_is_there_exactly_once()
    {
        using var temporary = new TemporaryStore();
        temporary.PrepareForCrashes();
        var random = new Random(20261123);

        for (var kill = 0; kill < Kills; kill++)
        {
            var name = $"kill-{kill}";
            using var witness = new Witness(Path.Combine(temporary.Home, name));
            using (var child = Child.Start(temporary.Home, "log-until-killed", Path.Combine(temporary.Home, name), random.Next(2) == 0 ? "1" : "100"))
            {
                SpinWait.SpinUntil(() => witness[LogUntilKilled.ReadySlot] == 1 || child.HasExited);
                Assert.False(child.HasExited, child.HasExited ? child.WaitForEnd().Errors : "");
                var wait = witness[LogUntilKilled.RunPoints] + random.Next(1, 20_000);
                SpinWait.SpinUntil(() => witness[LogUntilKilled.RunPoints] >= wait, TimeSpan.FromMilliseconds(random.Next(1, 400)));
                child.Kill();
            }
            CheckAll(temporary, name, witness);
        }
        Assert.Empty(Directory.GetDirectories(temporary.Journals));
    }

    private static void CheckAll(TemporaryStore temporary, string name, Witness witness)
    {
        using (var backend = new EmbeddedBackend(temporary.Folder, readOnly: false))
            JournalRecovery.Recover(backend, NullLogger.Instance);

        using var store = temporary.Open();
        var project = store.FindProject(Core.ProjectName.Parse(TemporaryStore.Project))!;
        var run = store.List(ObjectKind.Run).Single(r => r.CustomId == name).Uid;
        var fields = store.ReadFields(run).Select(f => f.Path).ToList();
        Check(witness[LogUntilKilled.RunPoints], Floats(store, run, "loss"), "points of the run");
        Check(witness[LogUntilKilled.RunTexts], Texts(store, run, "log"), "texts");
        Check(witness[LogUntilKilled.RunFields], Sorted(fields.Where(f => f.StartsWith("fields/", StringComparison.Ordinal)).Select(f => double.Parse(f["fields/".Length..]))), "fields");
        Check(witness[LogUntilKilled.RunMembers], store.ReadField(run, "members") is null ? [] : Sorted(store.ReadStringSet(run, "members").Select(double.Parse)), "members");
        Check(witness[LogUntilKilled.ProjectPoints], Floats(store, project.Uid, $"{name}/loss"), "points of the project");
        CheckFiles(witness[LogUntilKilled.RunFiles], store, run, name, fields);

        var versions = store.List(ObjectKind.ModelVersion).Where(v => store.ReadField(v.Uid, "sys/name")?.Scalar?.Text == name).ToList();
        Check(witness[LogUntilKilled.VersionPoints], versions is [var version] ? Floats(store, version.Uid, "loss") : [], "points of the version");
    }

    /// <summary>All that had returned, in order, and at most the one call more that was under way.</summary>
    private static void Check(long returned, double[] found, string what)
    {
        Assert.True(found.Length == returned || found.Length == returned + 1, $"{returned} calls had returned and {found.Length} {what} are there.");
        Assert.Equal(Enumerable.Range(0, found.Length).Select(i => (double)i), found);
    }

    private static void CheckFiles(long returned, Store store, Guid run, string name, List<string> fields)
    {
        Check(returned, Sorted(fields.Where(f => f.StartsWith("files/", StringComparison.Ordinal)).Select(f => double.Parse(f["files/".Length..]))), "files");
        for (var i = 0; i < returned; i++)
        {
            using var reader = new StreamReader(store.Blobs.OpenRead(store.ReadField(run, $"files/{i}")!.File!.Sha256));
            Assert.Equal($"{name} {i}", reader.ReadToEnd());
        }
    }

    private static double[] Floats(Store store, Guid uid, string path) =>
        store.ReadField(uid, path) is null ? [] : store.ReadFloats(uid, path).Values.ToArray();

    private static double[] Texts(Store store, Guid uid, string path) =>
        store.ReadField(uid, path) is null ? [] : [.. store.ReadStrings(uid, path).Select(p => double.Parse(p.Value))];

    private static double[] Sorted(IEnumerable<double> numbers) => [.. numbers.Order()];
}
