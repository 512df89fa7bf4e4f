using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Neptune.Server.Tests;

/// <summary>A program that serves a store at a port of this machine, and a client of it.</summary>
public sealed class Served : IAsyncDisposable
{
    private Served(WebApplication program, string prefix)
    {
        Program = program;
        Address = new(program.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = NewClient(prefix);
    }

    public WebApplication Program { get; }

    public Uri Address { get; }

    /// <summary>Calls the API as the app does.</summary>
    public HttpClient Client { get; }

    /// <param name="home">The folder of the store.</param>
    /// <param name="prefix">Where the app is.</param>
    /// <param name="options">The options of the app.</param>
    /// <param name="build">What the program has besides.</param>
    /// <param name="use">What stands before the app.</param>
    /// <param name="map">Maps it; at the prefix when absent.</param>
    /// <param name="environment">Development or Production.</param>
    public static async Task<Served> StartAsync(
        string home,
        string prefix = "/",
        Action<NeptuneAppOptions>? options = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? use = null,
        Action<WebApplication>? map = null,
        string environment = "Production")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddNeptuneApp(app =>
        {
            app.StorePath = home;
            options?.Invoke(app);
        });
        build?.Invoke(builder);
        var program = builder.Build();
        use?.Invoke(program);
        if (map is not null)
            map(program);
        else
            program.MapNeptune(prefix);
        await program.StartAsync();
        return new(program, prefix);
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient NewClient(string prefix = "/", bool asApp = true)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address, $"{prefix.TrimEnd('/')}/") };
        if (asApp)
            client.DefaultRequestHeaders.Add("X-Neptune", "1");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Program.DisposeAsync();
    }
}
