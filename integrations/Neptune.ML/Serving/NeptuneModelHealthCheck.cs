using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Neptune.ML;

/// <summary>
/// Says whether a prediction engine has a model: healthy when the version in the stage answers, degraded when an older one does because the
/// stage cannot be followed, unhealthy when there is none. Its data have the version, its hash and since when it answers.
/// </summary>
/// <remarks><c>services.AddHealthChecks().AddCheck&lt;NeptuneModelHealthCheck&lt;TIn, TOut&gt;&gt;("income")</c></remarks>
/// <param name="engine">The engine.</param>
/// <typeparam name="TIn">What the model takes.</typeparam>
/// <typeparam name="TOut">What the model gives.</typeparam>
public sealed class NeptuneModelHealthCheck<TIn, TOut>(NeptunePredictionEngine<TIn, TOut> engine) : IHealthCheck
    where TIn : class
    where TOut : class, new()
{
    /// <summary>What the last look at the stage came to.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (served, trouble) = (engine.Current, engine.Watch.Trouble);
        var of = $"{engine.Watch.Source.Key} {engine.Watch.Source.Stage}";
        if (served is null)
            return Task.FromResult(HealthCheckResult.Unhealthy($"{of}: no version is loaded. {trouble?.Message}", trouble));
        var data = new Dictionary<string, object> { ["version"] = served.VersionId, ["hash"] = served.Hash, ["loaded_at"] = served.LoadedAt };
        return Task.FromResult(trouble is null
            ? HealthCheckResult.Healthy($"{of}: {served.VersionId} answers.", data)
            : HealthCheckResult.Degraded($"{of}: {served.VersionId} goes on answering. {trouble.Message}", trouble, data));
    }
}
