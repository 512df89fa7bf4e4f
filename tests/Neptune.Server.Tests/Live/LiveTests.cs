using System.Diagnostics;
using System.Net.ServerSentEvents;
using Neptune.Server.Live;

namespace Neptune.Server.Tests;

/// <summary>The stream of changes.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private readonly SampleStore sample = new();
    private Served served = null!;

    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(sample.Home);

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        sample.Dispose();
    }

    [Fact]
    public async Task A_stream_begins_at_once_with_how_far_the_projects_are()
    {
        await using var stream = await EventsAsync();

        var hello = await stream.NextAsync();

        Assert.Equal(("hello", sample.Store.LatestChanges()[0].Change), (hello.EventType, Data(hello).GetProperty("changes").GetProperty($"{sample.Project.Name}").GetInt64()));
    }

    [Fact]
    public async Task What_changes_is_told_to_all_with_the_objects_that_changed()
    {
        await using var one = await EventsAsync();
        await using var two = await EventsAsync();
        await one.NextAsync();
        await two.NextAsync();

        sample.Apply(sample.Run, new AssignOperation("x", ScalarValue.Int(1)));

        foreach (var stream in (EventStream[])[one, two])
        {
            var change = Data(await stream.NextAsync());
            Assert.Equal(($"{sample.Project.Name}", sample.Store.LatestChanges()[0].Change), (change.GetProperty("project").GetString(), change.GetProperty("change").GetInt64()));
            Assert.Equal([sample.Run.SysId], change.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        }
    }

    [Fact]
    public async Task What_another_process_logs_is_told()
    {
        await using var stream = await EventsAsync();
        await stream.NextAsync();
        // The libraries of the child that ASP.NET Core brings are not beside it: it runs with those of this program.
        string[] command = ["exec", "--depsfile", Beside("Neptune.Server.Tests.deps.json"), "--runtimeconfig", Beside("Neptune.Server.Tests.runtimeconfig.json"), Beside("Neptune.TestChild.dll"), "log-points", Path.Combine(sample.Home, "witness")];
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardInput = true };
        (start.Environment["NEPTUNE_HOME"], start.Environment["NEPTUNE_PROJECT"], start.Environment[TestChild.Orphan.Variable]) = (sample.Home, "other/process", "1");
        using var child = Process.Start(start)!;
        try
        {
            for (var seen = 0; seen < 3;)
            {
                var change = Data(await stream.NextAsync());
                Assert.Equal("other/process", change.GetProperty("project").GetString());
                seen += change.TryGetProperty("ids", out var ids) && ids.EnumerateArray().Any(id => id.GetString()!.EndsWith("-1", StringComparison.Ordinal)) ? 1 : 0;
            }
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Many_objects_and_objects_that_are_gone_are_not_named()
    {
        await using var stream = await EventsAsync();
        await stream.NextAsync();

        sample.Store.SetTrashed([sample.Run.Uid], trashed: true);
        Assert.True(Data(await stream.NextAsync()).TryGetProperty("ids", out _));
        sample.Store.Delete([sample.Run.Uid], SampleStore.Now);

        Assert.False(Data(await stream.NextAsync()).TryGetProperty("ids", out _));
    }

    [Fact]
    public async Task Listeners_who_never_read_keep_nobody_up()
    {
        var silent = new List<EventStream>();
        for (var i = 0; i < 200; i++)
            silent.Add(await EventsAsync());
        await using var stream = await EventsAsync();
        await stream.NextAsync();

        for (var i = 0; i < 5; i++)
        {
            sample.Apply(sample.Run, new AssignOperation("x", ScalarValue.Int(i)));
            Assert.Equal(sample.Store.LatestChanges()[0].Change, Data(await stream.NextAsync()).GetProperty("change").GetInt64());
        }
        foreach (var one in silent)
            await one.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_and_does_not_wait_for_them()
    {
        await using var stream = await EventsAsync();
        await stream.NextAsync();

        var stop = served.Program.StopAsync(CancellationToken.None);
        await stream.EndAsync();
        await stop.WaitAsync(Patience);

        // The host gives up on what is open after 30 seconds, with an exception.
        Assert.True(stop.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_store_is_watched_as_long_as_somebody_listens()
    {
        var feed = served.Program.Services.GetRequiredService<ChangeFeed>();
        Assert.False(feed.IsWatching);

        await using (var stream = await EventsAsync())
        {
            await stream.NextAsync();
            Assert.True(feed.IsWatching);
        }

        await WaitUntilAsync(() => !feed.IsWatching);
        await using var again = await EventsAsync();
        await again.NextAsync();
        sample.Apply(sample.Run, new AssignOperation("x", ScalarValue.Int(1)));
        Assert.Equal("change", (await again.NextAsync()).EventType);
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
            await timer.WaitForNextTickAsync(Patience);
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static JsonElement Data(SseItem<string> item) => JsonDocument.Parse(item.Data).RootElement;

    private async Task<EventStream> EventsAsync()
    {
        var response = await served.Client.GetAsync("api/v2/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return new(response, SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync(CancellationToken.None).GetAsyncEnumerator());
    }

    private sealed class EventStream(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        /// <summary>The next event but signs of life.</summary>
        public async Task<SseItem<string>> NextAsync()
        {
            var patience = Patience;
            do
            {
                Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(patience), "The stream has ended.");
            }
            while (events.Current.EventType == "alive");
            return events.Current;
        }

        public async Task EndAsync()
        {
            while (await events.MoveNextAsync().AsTask().WaitAsync(Patience))
            {
            }
        }

        public ValueTask DisposeAsync()
        {
            // Ends the request; the enumerator is at an event, or in the middle of a read that then fails.
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
