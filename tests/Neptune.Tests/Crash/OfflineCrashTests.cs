using Neptune.Backends;
using Neptune.Storage;
using Neptune.TestChild;

namespace Neptune.Tests.Crash;

public sealed class OfflineCrashTests
{
    private const int Kills = 50;
    private const int Points = 200_000;
    private const int Fields = 40;
    private const int Files = 10;

    [Fact]
    public void A_sync_that_is_killed_is_continued_and_repeats_nothing()
    {
        using var temporary = new TemporaryStore();
        var random = new Random(3);
        var killed = 0;

        for (var i = 0; i < Kills; i++)
        {
            LogOffline(temporary, i);
            var witnessPath = Path.Combine(temporary.Home, $"sync-{i}");
            using var witness = new Witness(witnessPath);
            using var child = Child.Start(temporary.Home, "sync", witnessPath);
            SpinWait.SpinUntil(() => witness[LogUntilKilled.ReadySlot] == 1 || child.HasExited);
            SpinWait.SpinUntil(() => child.HasExited, TimeSpan.FromMilliseconds(random.Next(0, 120)));
            killed += child.HasExited ? 0 : 1;
            child.Kill();
        }
        var rest = Child.RunToEnd(temporary.Home, "sync", Path.Combine(temporary.Home, "last"));

        Assert.Equal((0, ""), (rest.ExitCode, rest.Errors));
        Assert.True(killed > 0, "No sync was cut short.");
        Assert.Empty(Directory.GetDirectories(OfflineBackend.RootOf(temporary.Folder)));
        using var store = temporary.Open();
        var runs = store.List(ObjectKind.Run);
        Assert.Equal(Enumerable.Range(0, Kills).Select(i => $"offline-{i}").Order(StringComparer.Ordinal), runs.Select(r => r.CustomId).Order(StringComparer.Ordinal));
        Assert.All(runs, run => Check(store, run.Uid));
    }

    private static void LogOffline(TemporaryStore temporary, int number)
    {
        using var run = temporary.Run(ConnectionMode.Offline, o => o.CustomRunId = $"offline-{number}");
        var loss = run.GetFloatSeries("loss");
        for (var i = 0; i < Points; i++)
            loss.Append(i);
        for (var i = 0; i < Fields; i++)
            run[$"fields/{i}"] = i;
        for (var i = 0; i < Files; i++)
            run[$"files/{i}"].Upload(NeptuneFile.FromText($"{number} {i}"));
        run["log"].Extend(Enumerable.Range(0, 1000).Select(i => $"line {i}"));
    }

    private static void Check(Store store, Guid run)
    {
        Assert.Equal(Enumerable.Range(0, Points).Select(i => (double)i), store.ReadFloats(run, "loss").Values.ToArray());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"line {i}"), store.ReadStrings(run, "log").Select(p => p.Value));
        Assert.Equal(Fields, store.ReadFields(run, "fields").Count);
        Assert.All(store.ReadFields(run, "files"), file => Assert.True(store.Blobs.Contains(file.File!.Sha256)));
    }
}
