using Neptune.ML.Training;

namespace Neptune.ML.Tests.Training;

public sealed class HandoverTests
{
    [Fact]
    public void Items_come_once_and_in_order()
    {
        var handover = new Handover<string>();
        handover.Add("a");
        handover.Add("b");

        Assert.Equal(["a", "b"], handover.Take());
        Assert.Empty(handover.Take());

        handover.Add("c");
        Assert.Equal(["c"], handover.Take());
    }

    [Fact]
    public void So_many_items_are_taken_and_the_others_wait()
    {
        var handover = new Handover<string>();
        foreach (var item in new[] { "a", "b", "c" })
            handover.Add(item);

        Assert.Equal(["a", "b"], handover.Take(2));
        Assert.Equal(1, handover.Count);
        Assert.Equal(["c"], handover.Take(2));
        Assert.Equal(0, handover.Count);
    }

    [Fact]
    public async Task Nothing_is_lost_between_threads()
    {
        const int Count = 100_000;
        var handover = new Handover<object>();
        var telling = Task.Run(() =>
        {
            for (var i = 0; i < Count; i++)
                handover.Add(i);
        }, TestContext.Current.CancellationToken);

        List<object> taken = [];
        while (!telling.IsCompleted)
            taken.AddRange(handover.Take());
        await telling;
        taken.AddRange(handover.Take());

        Assert.Equal(Enumerable.Range(0, Count), taken.Cast<int>());
    }
}
