using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Neptune.Server.Api;
using Neptune.Server.App;
using Neptune.Server.Hosting;
using Neptune.Server.Live;

namespace Neptune;

/// <summary>Adds what the app needs to a program's services.</summary>
public static class NeptuneAppServices
{
    /// <summary>Adds the services of the app that <see cref="NeptuneAppEndpoints.MapNeptune"/> maps.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options; without it, the store is the one that training in the current folder finds.</param>
    public static IServiceCollection AddNeptuneApp(this IServiceCollection services, Action<NeptuneAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<NeptuneAppOptions>();
        if (configure is not null)
            services.Configure(configure);
        services.AddRouting();
        services.AddAuthorization();
        services.TryAddSingleton<ServedStore>();
        services.TryAddSingleton<FieldIndex>();
        services.TryAddSingleton<ChangeFeed>();
        services.TryAddSingleton<WebFiles>();
        return services;
    }
}
