using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.TestChild;
using Neptune.Tests.Configuration;

namespace Neptune.Tests.Crash;

/// <summary>Who owns a journal, where locks of files do not say so.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class OwnershipTests : IDisposable
{
    private static readonly Dictionary<string, string> WithoutLocks = new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "true" };

    private readonly TemporaryEnvironment environment = new();
    private readonly TemporaryStore store = new();

    [Fact]
    public void The_journal_of_a_living_process_that_takes_no_locks_is_left_alone_until_the_process_is_gone()
    {
        var witnessPath = Path.Combine(store.Home, "witness");
        using var witness = new Witness(witnessPath);
        using var child = Child.StartBy([], WithoutLocks, store.Home, "log-points", witnessPath);
        SpinWait.SpinUntil(() => child.HasExited || witness[LogUntilKilled.RunPoints] > 100_000);

        var meanwhile = Recover();
        SpinWait.SpinUntil(() => child.HasExited || witness[LogUntilKilled.RunPoints] > 200_000);
        child.Kill();
        var logged = witness[LogUntilKilled.RunPoints];
        Recover();

        Assert.Equal((0, JournalState.InUse), meanwhile);
        using var run = store.ReadOnly("CLS-1");
        Assert.InRange(run["loss"].FetchValues<double>().Count, logged, logged + 1);
    }

    [Fact]
    public void That_locks_do_not_work_is_said_once()
    {
        using var child = Child.StartBy([], WithoutLocks, store.Home, "log-together", "mine", "2", "10");

        var result = child.WaitForEnd();

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Errors.Split('\n'), line => line.Contains("Locks of files do not work"));
    }

    [Fact]
    public void A_journal_that_a_living_process_gave_up_is_free()
    {
        store.Run(ConnectionMode.Offline).Dispose();

        var entry = Assert.Single(JournalEntry.List(OfflineBackend.RootOf(store.Folder)));

        Assert.Equal((JournalState.Free, 0L), (entry.State, new FileInfo(Path.Combine(entry.Path, "lock")).Length));
    }

    [Theory]
    [InlineData("true", 0, JournalState.InUse)]
    [InlineData("true", 2, JournalState.InUse)]
    [InlineData("true", 4, JournalState.Free)]
    [InlineData("false", 0, JournalState.Free)]
    public void On_a_network_disk_another_machine_owns_a_journal_while_it_gives_signs_of_life(string networkDisk, int silentMinutes, object state)
    {
        store.Run(ConnectionMode.Offline).Dispose();
        var journal = Assert.Single(Directory.GetDirectories(OfflineBackend.RootOf(store.Folder)));
        OwnedBy("another-machine", journal, silentMinutes);

        environment.Set("NEPTUNE_NETWORK_DISK", networkDisk);

        Assert.Equal(state, JournalEntry.Of(journal).State);
        Assert.Equal((JournalState)state == JournalState.Free, JournalFolder.TryTakeOver(journal, out var folder));
        folder?.Dispose();
    }

    [Fact]
    public void A_store_on_a_network_disk_is_used_by_one_machine_at_a_time()
    {
        store.Run().Dispose();
        var journal = MoveUnderTheStore();
        OwnedBy("another-machine", journal, silentMinutes: 0);
        environment.Set("NEPTUNE_NETWORK_DISK", "true");

        var error = Assert.Throws<NeptuneStoreException>(() => store.Run());
        Assert.Throws<NeptuneStoreException>(() => store.ReadOnly("CLS-1"));
        store.Run(ConnectionMode.Offline).Dispose();
        OwnedBy("another-machine", journal, silentMinutes: 4);
        using var run = store.Run();

        Assert.Contains("on a network disk and in use by another-machine", error.Message);
        Assert.Equal("CLS-2", run.Id);
    }

    [Fact]
    public async Task Journals_that_are_finished_while_somebody_looks_at_them_are_no_error()
    {
        Directory.CreateDirectory(store.Journals);
        var logging = Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
                store.Run().Dispose();
        }, TestContext.Current.CancellationToken);

        while (!logging.IsCompleted)
            Assert.DoesNotContain(JournalEntry.All(store.Journals), entry => entry.State is JournalState.Unknown or JournalState.Unreadable);

        await logging;
        Assert.Empty(JournalEntry.All(store.Journals));
    }

    public void Dispose()
    {
        environment.Dispose();
        store.Dispose();
    }

    /// <summary>A journal of the store itself, made from one that was logged offline.</summary>
    private string MoveUnderTheStore()
    {
        store.Run(ConnectionMode.Offline).Dispose();
        var offline = Assert.Single(Directory.GetDirectories(OfflineBackend.RootOf(store.Folder)));
        foreach (var segment in JournalSegments.Look(offline).Found)
            File.Delete(segment.Path);
        (JournalInfo.Read(offline)! with { Host = "another-machine" }).Write(offline);
        Directory.CreateDirectory(store.Journals);
        var moved = Path.Combine(store.Journals, Path.GetFileName(offline));
        Directory.Move(offline, moved);
        return moved;
    }

    private static void OwnedBy(string host, string journal, int silentMinutes)
    {
        var file = Path.Combine(journal, "lock");
        File.WriteAllText(file, $"4711 12345 {host}");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-silentMinutes));
    }

    /// <returns>How many journals were recovered, and what the first one that is left is.</returns>
    private (int Recovered, JournalState? Left) Recover()
    {
        var recovered = 0;
        using var backend = new EmbeddedBackend(store.Folder, readOnly: false);
        JournalRecovery.Recover(backend, NullLogger.Instance, progress: _ => recovered++);
        return (recovered, JournalEntry.List(store.Journals).FirstOrDefault()?.State);
    }
}
