using System.Text;
using Neptune.Core;
using Neptune.Storage;
using Neptune.TestChild;

namespace Neptune.Tests.Crash;

public sealed class DeleteCrashTests
{
    private const int Kills = 50;
    private const int RunsEach = 60;
    private const int Points = 2000;

    [Fact]
    public void A_run_whose_delete_is_killed_is_there_whole_or_gone()
    {
        using var temporary = new TemporaryStore();
        var random = new Random(8);
        var cutShort = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            List<Guid> before = Fill(temporary);
            var witnessPath = Path.Combine(temporary.Home, $"delete-{kill}");
            using var witness = new Witness(witnessPath);
            using (var child = Child.Start(temporary.Home, "delete-runs", witnessPath))
            {
                SpinWait.SpinUntil(() => witness[LogUntilKilled.ReadySlot] == 1 || child.HasExited);
                var wanted = witness[DeleteRuns.Deleted] + random.Next(0, RunsEach);
                SpinWait.SpinUntil(() => witness[DeleteRuns.Deleted] >= wanted || child.HasExited);
                child.Kill();
            }

            using var store = temporary.Open();
            var left = before.Where(uid => store.Find(uid) is not null).ToList();
            var deleted = before.Count - left.Count;
            Assert.InRange(deleted, witness[DeleteRuns.Deleted], witness[DeleteRuns.Deleted] + 1);
            Assert.InRange(left.Count(uid => store.Find(uid)!.Trashed), 0, 1);
            Assert.All(left, uid => CheckWhole(store, uid));
            cutShort += left.Count > 0 ? 1 : 0;
        }
        Assert.True(cutShort > 0, "No delete was cut short.");
    }

    /// <summary>Tops the store up to the same number of runs; half of each run's files are shared with its neighbour.</summary>
    private static List<Guid> Fill(TemporaryStore temporary)
    {
        using var store = temporary.Open();
        var project = store.EnsureProject(ProjectName.Parse(TemporaryStore.Project), "test", DateTimeOffset.UtcNow);
        for (var number = store.List(ObjectKind.Run).Count; number < RunsEach; number++)
        {
            var run = store.CreateRun(project, null, "test", DateTimeOffset.UtcNow).Record;
            var points = new FloatPoints(Points);
            for (var i = 0; i < Points; i++)
                points.Add(i, i, DateTime.UtcNow.Ticks);
            store.Apply(run.Uid, [new AppendFloatsOperation("loss", points), File(store, "own", run.SysId), File(store, "shared", $"{number / 2}")]);
        }
        return [.. store.List(ObjectKind.Run).Select(run => run.Uid)];
    }

    private static AssignFileOperation File(Store store, string path, string text) =>
        new(path, store.Blobs.Import(new MemoryStream(Encoding.UTF8.GetBytes(text)), "txt"));

    private static void CheckWhole(Store store, Guid run)
    {
        Assert.Equal(Points, store.ReadFloats(run, "loss").Count);
        Assert.All(new[] { "own", "shared" }, path => Assert.True(store.Blobs.Contains(store.ReadField(run, path)!.File!.Sha256), path));
    }
}
