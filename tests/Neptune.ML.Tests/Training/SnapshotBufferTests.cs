using Neptune.ML.Training.Curves.Snapshots;

namespace Neptune.ML.Tests.Training;

public sealed class SnapshotBufferTests
{
    private static readonly WeightShape Ten = WeightShape.BiasesLast(outputs: 1, slots: 9);

    [Fact]
    public void Snapshots_come_out_in_order_and_up_to_the_checkpoint_that_was_reported()
    {
        var buffer = new SnapshotBuffer(new(mostBytes: 1000));

        Offer(buffer, 5);

        Assert.Equal([0, 1], Checkpoints(buffer.Take(most: 2, before: 4)));
        Assert.Equal([2, 3], Checkpoints(buffer.Take(most: 10, before: 4)));
        Assert.Empty(buffer.Take(most: 10, before: 4));
    }

    [Fact]
    public void A_snapshot_is_a_copy_of_what_the_trainer_had_at_its_checkpoint()
    {
        var buffer = new SnapshotBuffer(new(mostBytes: 1000));

        Offer(buffer, 3);

        Assert.All(buffer.Take(most: 10, before: 3), snapshot => Assert.All(snapshot.Numbers, number => Assert.Equal(snapshot.Checkpoint, number)));
    }

    [Fact]
    public void When_it_is_full_it_keeps_snapshots_that_are_evenly_spread_and_takes_rarer_ones()
    {
        var pool = new SnapshotPool(mostBytes: 1000);
        var buffer = new SnapshotBuffer(pool);

        Offer(buffer, 21);

        Assert.True(pool.WasFull);
        Assert.Equal(4, buffer.Stride);
        Assert.Equal([0, 4, 8, 12, 16, 20], Checkpoints(buffer.Take(most: 100, before: 21)));
    }

    [Fact]
    public void Weights_that_are_larger_than_what_may_wait_wait_one_at_a_time()
    {
        var buffer = new SnapshotBuffer(new(mostBytes: 10));

        Offer(buffer, 3);

        Assert.Equal([0], Checkpoints(buffer.Take(most: 10, before: 3)));
    }

    [Fact]
    public void Memory_that_was_given_back_is_used_again()
    {
        var buffer = new SnapshotBuffer(new(mostBytes: 1000));
        Offer(buffer, 1);
        var first = buffer.Take(most: 1, before: 1)[0];

        buffer.Return(first);
        buffer.Offer(1, new Constant());

        Assert.Same(first.Numbers, buffer.Take(most: 1, before: 2)[0].Numbers);
    }

    private static void Offer(SnapshotBuffer buffer, int count)
    {
        for (var checkpoint = 0; checkpoint < count; checkpoint++)
            buffer.Offer(checkpoint, new Constant());
    }

    private static long[] Checkpoints(IEnumerable<Snapshot> snapshots) => [.. snapshots.Select(snapshot => snapshot.Checkpoint)];

    /// <summary>All weights are the number of the checkpoint.</summary>
    private sealed class Constant() : WeightReader(Ten)
    {
        public override void CopyTo(long checkpoint, Span<float> numbers) => numbers.Fill(checkpoint);
    }
}
