using Microsoft.AspNetCore.Builder;
using Neptune.Cli.Serving;
using Neptune.Serving;
using Neptune.Storage;

namespace Neptune.Browser.Tests;

/// <summary>A store in a folder of its own, served as <c>neptune ui</c> does.</summary>
internal sealed class ServedApp : IAsyncDisposable
{
    private readonly AppLink link = new(FreePort.Any(), AppLink.NewToken());
    private WebApplication? server;

    private ServedApp(string home) => Home = home;

    /// <summary>The folder that holds <c>.neptune</c>.</summary>
    public string Home { get; }

    /// <param name="fill">Logs what the test is about; the project is local/demo.</param>
    public static async Task<ServedApp> StartAsync(Action<string> fill)
    {
        var app = new ServedApp(Directory.CreateTempSubdirectory("neptune-browser-").FullName);
        fill(app.Home);
        await app.StartAgainAsync();
        return app;
    }

    /// <summary>A run that records nothing by itself.</summary>
    public static Run Run(string home, string? name = null, string project = "demo", Action<RunOptions>? with = null)
    {
        var options = new RunOptions
        {
            StorePath = home,
            Project = project,
            Name = name,
            CaptureHardwareMetrics = false,
            CaptureStdout = false,
            CaptureStderr = false,
            CaptureTraceback = false,
            SourceFiles = [],
            FlushPeriod = TimeSpan.FromMilliseconds(100),
        };
        with?.Invoke(options);
        return Neptune.Run.Init(options);
    }

    public string Address(string path) => $"http://127.0.0.1:{link.Port}/{path}";

    public string LetIn(string path) => $"{Address(path)}{(path.Contains('?') ? '&' : '?')}token={link.Token}";

    public async Task StartAgainAsync()
    {
        server = AppServer.Create(StoreLocation.Find(Home).Folder, link);
        await server.StartAsync();
    }

    public async Task StopAsync()
    {
        await server!.StopAsync();
        await server.DisposeAsync();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await StopAsync();
        Directory.Delete(Home, recursive: true);
    }
}
