using Microsoft.Extensions.Hosting;

namespace Neptune.ML.Serving;

/// <summary>Loads the model when the host starts, and follows the stage while it runs.</summary>
internal sealed class StageFollower<TIn, TOut>(NeptunePredictionEngine<TIn, TOut> engine, TimeSpan period, TimeProvider time) : BackgroundService
    where TIn : class
    where TOut : class, new()
{
    /// <summary>The host starts serving when the model is there, or when it is known that it is not.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await engine.RefreshAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
