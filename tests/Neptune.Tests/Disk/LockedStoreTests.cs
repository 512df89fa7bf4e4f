using Microsoft.Data.Sqlite;
using Neptune.Storage.Sql;

namespace Neptune.Tests.Disk;

/// <summary>A store that another connection writes to all the time.</summary>
public sealed class LockedStoreTests : IDisposable
{
    /// <summary>Far above what a stop needs and far below what a write waits for another writer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Stopping_with_a_time_limit_does_not_wait_for_the_other_writer_and_the_next_process_finishes_the_rest()
    {
        var run = store.Run();
        run["params/lr"] = 0.1;
        run.Wait();
        await using (await LockAsync())
        {
            run["params/depth"] = 5L;

            await run.StopAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        using var resumed = store.Run(with: options => options.WithId = run.Id);
        Assert.Equal((0.1, 5L), (resumed["params/lr"].Fetch<double>(), resumed["params/depth"].Fetch<long>()));
    }

    [Fact]
    public async Task Stopping_an_object_that_has_nothing_left_to_write_does_not_wait_either()
    {
        var run = store.Run();
        run["params/lr"] = 0.1;
        run.Wait();
        await using (await LockAsync())
            await run.StopAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        using var resumed = store.Run(with: options => options.WithId = run.Id);
        Assert.Equal(0.1, resumed["params/lr"].Fetch<double>());
    }

    [Fact]
    public async Task What_is_logged_meanwhile_is_there_when_the_other_writer_is_done()
    {
        using var run = store.Run();
        var locked = await LockAsync();
        run["train/loss"].Append(0.5);
        var read = run["train/loss"].FetchLastAsync<double>(TestContext.Current.CancellationToken);

        await locked.DisposeAsync();

        Assert.Equal(0.5, await read);
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection($"Data Source={SqlitePaths.Database(store.Folder)};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
