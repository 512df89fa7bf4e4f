namespace Neptune.Server.Tests;

/// <summary>A server that dies in the middle of changes.</summary>
public sealed class KilledServerTests : IDisposable
{
    private readonly SampleStore sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public async Task A_server_that_is_killed_while_it_changes_the_store_leaves_a_whole_one()
    {
        for (var round = 0; round < 4; round++)
        {
            string[] ids = [.. Enumerable.Range(0, 60).Select(i => sample.NewRun(new AssignOperation("x", ScalarValue.Int(i)), new AssignFileOperation("file", sample.Content(Encoding.UTF8.GetBytes($"{round} {i}"), "txt"))).SysId)];
            using var ui = await NeptuneProcess.UiAsync(sample.Home);
            using var client = ui.NewClient();
            var answered = 0;
            var killed = new TaskCompletionSource();

            var callers = ids.Chunk(20).Select(some => Task.Run(() => ChangeAsync(client, some, () =>
            {
                if (Interlocked.Increment(ref answered) == 40 + (round * 17))
                    killed.SetResult();
            }))).ToList();
            await killed.Task.WaitAsync(TimeSpan.FromMinutes(1));
            ui.Kill();
            await Task.WhenAll(callers);

            var (exitCode, output) = await NeptuneProcess.RunAsync(sample.Home, "verify");
            Assert.True(exitCode == 0, output);
            // All of them or none, also of a request that nobody answered.
            foreach (var pair in ids.Chunk(2))
                Assert.True(IsOne([.. pair.Select(State)]), string.Join(", ", pair.Select(State)));
        }
    }

    /// <summary>Edits each pair of runs, puts it into the trash and deletes it, until nobody answers.</summary>
    private static async Task ChangeAsync(HttpClient client, string[] ids, Action answered)
    {
        try
        {
            foreach (var pair in ids.Chunk(2))
            {
                var body = $$"""{"ids": ["{{pair[0]}}", "{{pair[1]}}"]}""";
                foreach (var id in pair)
                    await client.PatchAsync($"{SampleStore.ProjectPath}/objects/{id}", """{"name": "changed", "addTags": ["x"]}""");
                answered();
                foreach (var path in (string[])["trash", "restore", "trash", "delete"])
                {
                    using var response = await client.PostAsync($"{SampleStore.ProjectPath}/{path}", Calls.Json(body));
                    Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
                    answered();
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server is dead.
        }
    }

    private string State(string id) => sample.Store.FindBySysId(id, sample.Project) is [var run] ? $"trashed: {run.Trashed}" : "gone";

    private static bool IsOne(string[] states) => states.Distinct().Count() == 1;
}
