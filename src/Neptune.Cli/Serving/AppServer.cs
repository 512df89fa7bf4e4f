using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Neptune.Server.Access;
using Neptune.Serving;

namespace Neptune.Cli.Serving;

/// <summary>Serves one store to its owner, on this machine only.</summary>
internal static class AppServer
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    /// <summary>A server that is not started yet.</summary>
    public static WebApplication Create(string folder, AppLink link)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // The settings of whatever program lies in the current folder are not for this one.
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(link.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestEnd);
        builder.Services.AddNeptuneApp(app => app.StorePath = folder);
        builder.Services.AddHostedService(services => new JournalKeeper(folder, services.GetRequiredService<ILogger<JournalKeeper>>()));

        var server = builder.Build();
        var cookie = new TokenCookie(link.Token, Path.GetFileName(AppLink.FolderIn(folder)!));
        server.Use(next => http => cookie.InvokeAsync(http, next));
        server.MapNeptune("/");
        return server;
    }
}
