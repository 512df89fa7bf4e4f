using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Pumping;
using Neptune.Storage.Sql;
using Neptune.TestChild;

namespace Neptune.Tests.Crash;

/// <summary>What dead processes left is finished beside the objects of living ones.</summary>
public sealed class BackgroundRecoveryTests
{
    private const int Points = 100_000;

    [Fact]
    public void Nothing_works_on_the_store_after_its_last_object_has_ended_and_what_is_left_is_finished_later()
    {
        using var temporary = new TemporaryStore();
        temporary.PrepareForCrashes();
        var logged = LogAndKill(temporary);

        for (var i = 0; i < 3; i++)
        {
            temporary.Run().Dispose();

            // SQLite removes its log when the last connection of all closes.
            Assert.False(File.Exists(SqlitePaths.Database(temporary.Folder) + "-wal"));
        }

        using (var backend = new EmbeddedBackend(temporary.Folder, readOnly: false))
            JournalRecovery.Recover(backend, NullLogger.Instance);
        using var store = temporary.Open();
        var killed = store.List(ObjectKind.Run).Single(run => run.CustomId == "killed");
        Assert.InRange(store.ReadField(killed.Uid, "loss")!.Series!.Count, logged, logged + 1);
    }

    /// <returns>How many points the run of the killed process has at least.</returns>
    private static long LogAndKill(TemporaryStore temporary)
    {
        var path = Path.Combine(temporary.Home, "killed");
        using var witness = new Witness(path);
        using var child = Child.Start(temporary.Home, "log-until-killed", path, "3600000");
        Assert.True(SpinWait.SpinUntil(() => witness[LogUntilKilled.RunPoints] > Points || child.HasExited, TimeSpan.FromMinutes(1)));
        Assert.False(child.HasExited, child.HasExited ? child.WaitForEnd().Errors : "");
        child.Kill();
        return witness[LogUntilKilled.RunPoints];
    }
}
