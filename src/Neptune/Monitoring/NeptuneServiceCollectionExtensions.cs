using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Neptune;
using Neptune.Monitoring;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Neptune with a host.</summary>
public static class NeptuneServiceCollectionExtensions
{
    private const string Category = "Neptune";

    /// <summary>
    /// Registers one <see cref="Run"/> for the whole host: opened when it is first asked for, stopped with the host, and marked as failed
    /// when a background service died of an exception. Neptune's own messages go to the host's logging, as category <c>Neptune</c>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options that the run is opened with.</param>
    public static IServiceCollection AddNeptune(this IServiceCollection services, Action<RunOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var options = new RunOptions { Logger = provider.GetService<ILoggerFactory>()?.CreateLogger(Category) };
            configure?.Invoke(options);
            return options;
        });
        services.TryAddSingleton<HostRun>();
        services.TryAddSingleton(provider => provider.GetRequiredService<HostRun>().Open());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HostRun>(provider => provider.GetRequiredService<HostRun>()));
        return services;
    }
}
