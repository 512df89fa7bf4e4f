using Neptune.Storage;

namespace Neptune.Tests.Crash;

public sealed class ManyProcessesTests
{
    private const int Processes = 8;
    private const int Threads = 4;
    private const int Points = 500;

    [Fact]
    public void Eight_processes_with_four_threads_each_log_into_one_store_and_all_counts_are_exact()
    {
        using var temporary = new TemporaryStore();

        var children = Enumerable.Range(0, Processes).Select(_ => Child.Start(temporary.Home, "log-together", "shared", $"{Threads}", $"{Points}")).ToList();
        var results = children.Select(child => child.WaitForEnd()).ToList();
        children.ForEach(child => child.Dispose());

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Errors));
        Assert.All(results, result => Assert.Empty(result.Errors));
        using var store = temporary.Open();
        var runs = store.List(ObjectKind.Run);
        Assert.Equal(Processes + 1, runs.Count);
        Assert.Equal(Enumerable.Range(1, Processes + 1).Select(n => $"CLS-{n}"), runs.Select(r => r.SysId).Order(StringComparer.Ordinal));
        foreach (var run in runs)
            CheckRun(store, run);
        Assert.Empty(Directory.GetDirectories(temporary.Journals));
    }

    [Fact]
    public void Processes_that_open_a_model_by_a_new_key_at_once_get_one_model()
    {
        using var temporary = new TemporaryStore();

        var children = Enumerable.Range(0, Processes).Select(_ => Child.Start(temporary.Home, "open-model", "FOREST")).ToList();
        var results = children.Select(child => child.WaitForEnd()).ToList();
        children.ForEach(child => child.Dispose());

        Assert.All(results, result => Assert.Equal((0, "CLS-FOREST", ""), (result.ExitCode, result.Output.TrimEnd(), result.Errors)));
        using var store = temporary.Open();
        var model = Assert.Single(store.List(ObjectKind.Model));
        Assert.Equal(Processes, store.ReadStringSet(model.Uid, "opened/by").Count);
    }

    private static void CheckRun(Store store, ObjectRecord run)
    {
        if (run.CustomId is null)
        {
            Assert.Equal(Threads * Points, store.ReadFloats(run.Uid, "together").Count);
            for (var thread = 0; thread < Threads; thread++)
                Assert.Equal(Enumerable.Range(0, Points).Select(i => (double)i), store.ReadFloats(run.Uid, $"loss{thread}").Values.ToArray());
            return;
        }
        Assert.Equal(Processes * Threads * Points, store.ReadFloats(run.Uid, "together").Count);
        Assert.Equal(Processes * Threads * Points, store.ReadStrings(run.Uid, "texts").Count);
        Assert.Equal(Processes * Threads * 50, store.ReadFields(run.Uid, "fields").Count);
    }
}
