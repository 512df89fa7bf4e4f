using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune;
using Neptune.ML;
using Neptune.ML.Serving;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers prediction engines that follow the model registry.</summary>
public static class NeptunePredictionEngineServiceCollectionExtensions
{
    private const string Category = "Neptune.ML.Serving";

    /// <summary>
    /// Registers a <see cref="NeptunePredictionEngine{TIn, TOut}"/> for the model with a key: the version in the stage is loaded when the host
    /// starts, and another one that enters the stage takes over while it runs.
    /// </summary>
    /// <remarks>
    /// It is a singleton, and also keyed by the model's key, for programs that serve several models of the same types
    /// (<c>[FromKeyedServices("INCOME")]</c>). A host that starts without a model runs, says so in its log and its health, and goes on looking.
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The model's key, such as <c>INCOME</c>.</param>
    /// <param name="stage">The stage whose version answers.</param>
    /// <param name="configure">Sets where the registry is and how often it is looked at.</param>
    /// <typeparam name="TIn">What the model takes.</typeparam>
    /// <typeparam name="TOut">What the model gives.</typeparam>
    /// <exception cref="NeptuneNameException">The key breaks the rules.</exception>
    /// <exception cref="NeptuneOptionsException">The period is not positive.</exception>
    public static IServiceCollection AddNeptunePredictionEngine<TIn, TOut>(
        this IServiceCollection services,
        string key,
        ModelStage stage = ModelStage.Production,
        Action<NeptunePredictionEngineOptions>? configure = null)
        where TIn : class
        where TOut : class, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        Neptune.Core.Keys.Require(key);
        var options = new NeptunePredictionEngineOptions();
        configure?.Invoke(options);
        if (options.CheckPeriod <= TimeSpan.Zero)
            throw new NeptuneOptionsException($"CheckPeriod is {options.CheckPeriod}; it must be positive.");

        services.AddKeyedSingleton(key, (provider, _) => Create<TIn, TOut>(provider, key, stage, options));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<NeptunePredictionEngine<TIn, TOut>>(key));
        services.AddSingleton<IHostedService>(provider =>
            new StageFollower<TIn, TOut>(provider.GetRequiredKeyedService<NeptunePredictionEngine<TIn, TOut>>(key), options.CheckPeriod, Time(provider)));
        return services;
    }

    private static NeptunePredictionEngine<TIn, TOut> Create<TIn, TOut>(IServiceProvider provider, string key, ModelStage stage, NeptunePredictionEngineOptions options)
        where TIn : class
        where TOut : class, new()
    {
        var log = provider.GetService<ILoggerFactory>()?.CreateLogger(Category) ?? NullLogger.Instance;
        return new(new StageWatch<TIn, TOut>(new ModelSource(key, stage, options, log), options.CheckPeriod, log, Time(provider)), log);
    }

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
