using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Tests.Disk;

public sealed partial class DiskTests
{
    [Fact]
    public void On_a_full_disk_training_goes_on_and_every_point_that_was_not_refused_is_there_later()
    {
        const int Points = 6_000_000;
        using var disk = Tmpfs.MountOrSkip(megabytes: 48);

        var result = Child.RunToEnd(disk.Path, "log-on-full-disk", $"{Points}");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("is full", result.Errors);
        Assert.Contains("training goes on", result.Errors);
        var rejected = int.Parse(Rejected().Match(result.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(rejected, 1, Points - 1);

        disk.Resize(megabytes: 512);
        using var run = Run.Init(new() { CustomRunId = "full", StorePath = disk.Path, Project = TemporaryStore.Project, Logger = NullLogger.Instance, CaptureStdout = false, CaptureStderr = false });
        Assert.Equal(Points - rejected, run["loss"].FetchValues<double>().Count);
    }

    [Fact]
    public void A_disk_without_room_for_a_journal_is_a_typed_error()
    {
        using var disk = Tmpfs.MountOrSkip(megabytes: 1);
        File.WriteAllBytes(Path.Combine(disk.Path, "ballast"), new byte[1 << 20]);

        var error = Assert.ThrowsAny<NeptuneException>(() => Run.Init(new() { StorePath = disk.Path, Project = TemporaryStore.Project }));

        Assert.IsType<NeptuneDiskFullException>(error);
        Assert.Contains(disk.Path, error.Message);
    }

    [Fact]
    public void A_store_on_a_read_only_disk_can_be_read_and_a_write_is_a_typed_error()
    {
        using var disk = Tmpfs.MountOrSkip(megabytes: 64);
        using (var run = Run.Init(new() { StorePath = disk.Path, Project = TemporaryStore.Project, Logger = NullLogger.Instance, CaptureStdout = false, CaptureStderr = false }))
            run["x"] = 1;
        disk.MakeReadOnly();
        var log = new CollectingLogger();

        var error = Assert.Throws<NeptuneStoreException>(() => Run.Init(new() { StorePath = disk.Path, Project = TemporaryStore.Project }));
        using var reader = Run.Init(new() { StorePath = disk.Path, WithId = "CLS-1", Mode = ConnectionMode.ReadOnly, Logger = log });

        Assert.Contains(disk.Path, error.Message);
        Assert.Equal(1, reader["x"].Fetch<int>());
        Assert.Empty(log.Messages);
    }

    [Fact]
    public void A_store_written_by_a_newer_version_is_refused_and_left_as_it_is()
    {
        using var temporary = new TemporaryStore();
        temporary.Run().Dispose();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(temporary.Folder, "store.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version = 9999";
            command.ExecuteNonQuery();
        }

        var error = Assert.Throws<NeptuneStoreVersionException>(() => temporary.Run());

        Assert.Equal(9999, error.Found);
        Assert.Contains("Update the Neptune packages", error.Message);
    }

    [Fact]
    public void A_store_that_is_no_database_is_a_typed_error()
    {
        using var temporary = new TemporaryStore();
        Directory.CreateDirectory(temporary.Folder);
        File.WriteAllText(Path.Combine(temporary.Folder, "store.db"), string.Concat(Enumerable.Repeat("not a database ", 1000)));

        Assert.Throws<NeptuneCorruptDataException>(() => temporary.Run());
    }

    [Fact]
    public void A_damaged_journal_tail_gives_back_what_is_before_and_is_kept_for_inspection()
    {
        using var temporary = new TemporaryStore();
        var witness = Path.Combine(temporary.Home, "witness");
        temporary.PrepareForCrashes();
        using (var counters = new TestChild.Witness(witness))
        using (var child = Child.Start(temporary.Home, "log-until-killed", witness, "3600000"))
        {
            SpinWait.SpinUntil(() => child.HasExited || counters[TestChild.LogUntilKilled.VersionPoints] > 1000);
            child.Kill();
        }
        var (folder, info) = JournalEntry.List(temporary.Journals).Single(entry => entry.Info!.Kind == ObjectKind.ModelVersion) is var entry ? (entry.Path, entry.Info!) : default;
        Scramble(Path.Combine(folder, "000001.segment"), from: 8192, length: 4096);
        var log = new CollectingLogger();

        using (var backend = new EmbeddedBackend(temporary.Folder, readOnly: false))
            JournalRecovery.Recover(backend, log);

        Assert.Contains(log.Messages, m => m.Contains("damaged") && m.Contains(info.Id));
        Assert.Equal(JournalState.SetAside, JournalEntry.Of(folder).State);
        using var store = temporary.Open();
        var values = store.ReadFloats(info.Object, "loss").Values.ToArray();
        var intact = values.TakeWhile((value, i) => value == i).Count();
        Assert.InRange(intact, 200, (8192 / JournalFormat.PointSize) + 1);
        Assert.True(values.Length > intact, "What is intact behind the damage was recovered too.");
        Assert.Equal(values.Distinct().Count(), values.Length);
    }

    private static void Scramble(string file, int from, int length)
    {
        var noise = new byte[length];
        new Random(5).NextBytes(noise);
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Position = from;
        stream.Write(noise);
    }

    [GeneratedRegex(@"rejected=(\d+)")]
    private static partial Regex Rejected();
}
