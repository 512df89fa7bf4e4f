using Microsoft.Data.Sqlite;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests;

public sealed class StoreFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_store_exists_once_it_was_opened()
    {
        Assert.False(Store.Exists(folder["new"]));

        Store.Open(new(folder["new"])).Dispose();

        Assert.True(Store.Exists(folder["new"]));
    }

    [Fact]
    public void A_store_that_is_not_there_cannot_be_read() =>
        Assert.Throws<NeptuneNotFoundException>(() => Store.Open(new(folder["new"]) { ReadOnly = true }));

    [Fact]
    public void A_store_of_a_newer_format_is_refused()
    {
        Store.Open(new(folder.Path)).Dispose();
        Execute("pragma user_version = 99");

        var error = Assert.Throws<NeptuneStoreVersionException>(() => Store.Open(new(folder.Path)));

        Assert.Equal((99, Store.FormatVersion), (error.Found, error.Supported));
        Assert.Throws<NeptuneStoreVersionException>(() => Store.Open(new(folder.Path) { ReadOnly = true }));
    }

    [Fact]
    public void A_reader_updates_a_store_of_the_first_format()
    {
        Directory.CreateDirectory(folder.Path);
        foreach (var statement in new InitialMigration().Statements(new SqliteDialect()))
            Execute(statement);
        Execute($"pragma user_version = {new InitialMigration().Format}");

        using var store = Store.Open(new(folder.Path) { ReadOnly = true });

        Assert.Empty(store.ListProjects());
        Assert.True(Store.FormatVersion > new InitialMigration().Format);
    }

    [Fact]
    public void A_file_that_is_no_store_is_an_error()
    {
        File.WriteAllText(folder["store.db"], new string('x', 5000));

        Assert.Contains("store.db", Assert.Throws<NeptuneCorruptDataException>(() => Store.Open(new(folder.Path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        File.WriteAllText(folder["file"], "");

        Assert.Throws<NeptuneStoreException>(() => Store.Open(new(folder["file"])));
        Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Path.Combine(folder["file"], "below"))));
    }

    [Fact]
    public void A_store_opened_to_read_cannot_be_written()
    {
        var (project, run) = CreateRun();
        using var store = Store.Open(new(folder.Path) { ReadOnly = true });

        Assert.Equal([run], store.List(ObjectKind.Run));
        Assert.Throws<NeptuneStoreException>(() => store.CreateRun(project, null, "ada", DateTimeOffset.UtcNow));
        Assert.Throws<NeptuneStoreException>(() => store.Apply(run.Uid, []));
    }

    [Fact]
    public void A_damaged_chunk_is_named_and_the_others_can_be_read()
    {
        var (_, run) = CreateRun();
        using (var store = Store.Open(new(folder.Path)))
            store.Apply(run.Uid, [Points.Curve("train/loss", 0, 3000, step => step)]);
        Execute("update float_chunk set data = zeroblob(length(data)) where first_step = 1024");

        using var damaged = Store.Open(new(folder.Path) { ReadOnly = true });

        var error = Assert.Throws<NeptuneCorruptDataException>(() => damaged.ReadFloats(run.Uid, "train/loss"));
        Assert.Contains("\"train/loss\" of CLS-1", error.Message, StringComparison.Ordinal);
        Assert.Contains("step 1024", error.Message, StringComparison.Ordinal);
        Assert.Equal(1024, damaged.ReadFloats(run.Uid, "train/loss", 0, 1023).Count);
        Assert.Equal(3, damaged.ReadFloatBuckets(run.Uid, "train/loss", 3).Count);
    }

    [Fact]
    public void A_count_that_no_chunk_has_takes_no_memory()
    {
        var (_, run) = CreateRun();
        using (var store = Store.Open(new(folder.Path)))
            store.Apply(run.Uid, [Points.Curve("loss", 0, 100, step => step)]);
        Execute("update float_chunk set count = 2000000000");

        using var damaged = Store.Open(new(folder.Path));

        Assert.Throws<NeptuneCorruptDataException>(() => damaged.ReadFloats(run.Uid, "loss"));
    }

    [Fact]
    public void Many_openings_of_a_new_store_make_it_once()
    {
        Parallel.For(0, 16, new() { MaxDegreeOfParallelism = 16 }, i =>
        {
            using var store = Store.Open(new(folder["new"]));
            var project = store.EnsureProject(new("local", "classification"), "ada", DateTimeOffset.UtcNow);
            store.CreateRun(project, null, "ada", DateTimeOffset.UtcNow);
        });

        using var store = Store.Open(new(folder["new"]));
        Assert.Single(store.ListProjects());
        Assert.Equal(16, store.List(ObjectKind.Run).Count);
    }

    [Theory]
    [InlineData(false, 9.0)]
    [InlineData(true, 7.0)]
    public void A_noisy_curve_takes_few_bytes_per_point_on_disk(bool singles, double budget)
    {
        const int Series = 50, Count = 10 * 1024;
        var (_, run) = CreateRun();
        var before = new FileInfo(folder["store.db"]).Length;
        var random = new Random(1);
        using (var store = Store.Open(new(folder.Path)))
        {
            for (var series = 0; series < Series; series++)
                store.Apply(run.Uid, [Noise($"train/loss{series}", Count, singles, random)]);
        }

        Assert.InRange((new FileInfo(folder["store.db"]).Length - before) / (double)(Series * Count), 0, budget);
    }

    private static AppendFloatsOperation Noise(string path, int count, bool singles, Random random)
    {
        var points = new FloatPoints(count);
        for (var step = 0; step < count; step++)
        {
            var value = Math.Exp(-step / 3000.0) + (random.NextDouble() / 10);
            points.Add(step, singles ? (float)value : value, Points.Start + (step * TimeSpan.TicksPerSecond) + (random.Next(40) * TimeSpan.TicksPerMillisecond));
        }
        return new(path, points);
    }

    private (ProjectRecord Project, ObjectRecord Run) CreateRun()
    {
        using var store = Store.Open(new(folder.Path));
        var project = store.EnsureProject(new("local", "classification"), "ada", DateTimeOffset.UtcNow);
        return (project, store.CreateRun(project, null, "ada", DateTimeOffset.UtcNow).Record);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder["store.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
