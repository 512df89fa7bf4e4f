namespace Neptune.Tests.Objects;

/// <summary>What is called when records do not get into the store. The pump looks every ten seconds.</summary>
public sealed class CallbackTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryStore store = new();
    private readonly TaskCompletionSource<NeptuneObject> called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Records_that_wait_too_long_call_back()
    {
        using var run = store.Run(with: options =>
        {
            (options.FlushPeriod, options.LagThreshold) = (TimeSpan.FromHours(1), TimeSpan.Zero);
            options.OnLag = called.SetResult;
        });
        run.Wait();

        run["params/lr"] = 0.1;

        Assert.Same(run, await called.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_takes_nothing_calls_back()
    {
        using var run = store.Run(with: options =>
        {
            options.NoProgressThreshold = TimeSpan.Zero;
            options.OnNoProgress = called.SetResult;
        });
        using (var other = store.Open())
        {
            other.SetTrashed([run.Uid], trashed: true);
            other.Delete([run.Uid], DateTimeOffset.UtcNow);
        }

        run["params/lr"] = 0.1;

        Assert.Same(run, await called.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        run.Stop(TimeSpan.Zero);
    }
}
