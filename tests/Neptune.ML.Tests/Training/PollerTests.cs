using Neptune.ML.Training;

namespace Neptune.ML.Tests.Training;

public sealed class PollerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_source_is_asked_again_and_again_and_a_last_time()
    {
        var source = new Source();
        var poller = new Poller([source], _ => { });
        source.AwaitPolls(3);
        var asking = source.LastThread!;

        poller.Dispose();

        Assert.True(source.Polls >= 4, $"It was asked {source.Polls} times.");
        Assert.Equal(Environment.CurrentManagedThreadId, source.LastThread!.ManagedThreadId);
        Assert.False(asking.IsAlive);
    }

    [Fact]
    public void A_training_that_is_over_at_once_is_asked_a_last_time()
    {
        var source = new Source();

        new Poller([source], _ => { }).Dispose();

        Assert.InRange(source.Polls, 1, 2);
        Assert.Equal(Environment.CurrentManagedThreadId, source.LastThread?.ManagedThreadId);
    }

    /// <summary>What the pool runs beside its threads puts off the compilation of the trainer.</summary>
    [Fact]
    public void While_the_trainer_works_no_thread_of_the_pool_asks()
    {
        var source = new Source();
        using var poller = new Poller([source], _ => { });
        source.AwaitPolls(3);

        Assert.False(source.LastThread!.IsThreadPoolThread);
        Assert.True(source.LastThread.IsBackground);
    }

    [Fact]
    public void A_source_that_fails_is_noted_and_asked_no_more()
    {
        var (broken, sound) = (new Source { Failure = new InvalidOperationException("moved") }, new Source());
        List<string> notes = [];
        using (new Poller([broken, sound], notes.Add))
            sound.AwaitPolls(3);

        Assert.Equal(1, broken.Polls);
        Assert.Equal("Source ended: InvalidOperationException: moved", Assert.Single(notes));
    }

    private sealed class Source : ITrainingSource
    {
        private int polls;

        public int Polls => Volatile.Read(ref polls);

        public Thread? LastThread { get; private set; }

        public Exception? Failure { get; init; }

        public void Poll()
        {
            LastThread = Thread.CurrentThread;
            Interlocked.Increment(ref polls);
            if (Failure is not null)
                throw Failure;
        }

        public void AwaitPolls(int count) => Assert.True(SpinWait.SpinUntil(() => Polls >= count, Patience));

        public void Dispose()
        {
        }
    }
}
