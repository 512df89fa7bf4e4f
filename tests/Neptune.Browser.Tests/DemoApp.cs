namespace Neptune.Browser.Tests;

/// <summary>One app on the demonstration store for all tests that only look.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    private ServedApp? served;

    internal ServedApp Served => served!;

    public async ValueTask InitializeAsync() => served = await ServedApp.StartAsync(Demo.Fill);

    public ValueTask DisposeAsync() => served!.DisposeAsync();
}
