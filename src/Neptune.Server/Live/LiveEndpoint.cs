using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Neptune.Server.Api;

namespace Neptune.Server.Live;

/// <summary>One stream of events a client: first how far everything is, then a hint for each change, and a sign of life in silence.</summary>
internal static class LiveEndpoint
{
    private const string Hello = "hello";
    private const string Change = "change";
    private const string Alive = "alive";

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder api) => api.MapGet("live", (ChangeFeed feed, IHostApplicationLifetime lifetime, CancellationToken aborted) =>
        TypedResults.ServerSentEvents(Events(feed, lifetime.ApplicationStopping, aborted)))
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream").WithOperationId("GetLive")
        .WithSummary("Server-sent events: hello (how far each project is), change (project, number, ids), alive.");

    private static async IAsyncEnumerable<SseItem<string>> Events(ChangeFeed feed, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        // A server that stops waits for its streams.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        using var listener = feed.Listen();
        yield return new(JsonSerializer.Serialize(listener.Greeting, ApiJson.Default.Greeting), Hello);
        while (!ended.IsCancellationRequested)
            yield return await Next(listener, ended.Token) is { } notice ? new(JsonSerializer.Serialize(notice, ApiJson.Default.ChangeNotice), Change) : new("{}", Alive);
    }

    private static async Task<ChangeNotice?> Next(ChangeFeed.Listener listener, CancellationToken ended)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ended);
        patience.CancelAfter(Silence);
        try
        {
            return await listener.Notices.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
