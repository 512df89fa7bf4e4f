namespace Neptune.Server.Tests;

/// <summary>The sample store, served, for tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public SampleStore Sample { get; } = new();

    public Served Served { get; private set; } = null!;

    public HttpClient Client => Served.Client;

    /// <summary>The same in development, where the framework does many things otherwise.</summary>
    public Served Development { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Served, Development) = (await Served.StartAsync(Sample.Home), await Served.StartAsync(Sample.Home, environment: "Development"));

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        await Development.DisposeAsync();
        Sample.Dispose();
    }
}
