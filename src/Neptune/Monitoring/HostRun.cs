using Microsoft.Extensions.Hosting;

namespace Neptune.Monitoring;

/// <summary>
/// The run of a host. A background service that dies of an exception stops the host in order, with exit code 0 and nothing unhandled; whoever
/// looks at the run must see all the same that it failed.
/// </summary>
internal sealed class HostRun(IServiceProvider services, RunOptions options) : IHostedLifecycleService
{
    private readonly Lock gate = new();
    private Run? run;

    /// <summary>The run, opened when it is first asked for.</summary>
    public Run Open()
    {
        lock (gate)
            return run ??= Run.Init(options);
    }

    /// <summary>When all services have stopped, those that died can be told from those that ended.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (run is { Core.IsStopped: false } open && Failure() is { } exception)
                open.LogEnd(exception, settings: open);
        }
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Exception? Failure() => ((IEnumerable<IHostedService>?)services.GetService(typeof(IEnumerable<IHostedService>)) ?? [])
        .OfType<BackgroundService>()
        .Select(service => service.ExecuteTask is { IsFaulted: true, Exception: var failure } ? failure.InnerException ?? failure : null)
        .FirstOrDefault(failure => failure is not null);
}
