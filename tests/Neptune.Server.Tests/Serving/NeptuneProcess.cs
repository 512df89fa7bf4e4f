using System.Diagnostics;

namespace Neptune.Server.Tests;

/// <summary>The command <c>neptune</c> on a store, in a process of its own.</summary>
internal sealed class NeptuneProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private NeptuneProcess(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Neptune.Cli.dll"), "--store", home, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("NEPTUNE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        process = Process.Start(start)!;
    }

    /// <summary>The link that <c>neptune ui</c> prints last, with the token.</summary>
    public Uri Link { get; private set; } = null!;

    /// <summary>Serves the store at any port.</summary>
    public static async Task<NeptuneProcess> UiAsync(string home)
    {
        var ui = new NeptuneProcess(home, "ui", "--no-browser", "--port", "0");
        while (await ui.process.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
        {
            if (!line.StartsWith("http://", StringComparison.Ordinal))
                continue;
            ui.Link = new(line);
            return ui;
        }
        throw new InvalidOperationException($"neptune ui ended: {await ui.process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string home, params string[] arguments)
    {
        using var command = new NeptuneProcess(home, arguments);
        var errors = command.process.StandardError.ReadToEndAsync();
        var output = await command.process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await command.process.WaitForExitAsync().WaitAsync(Limit);
        return (command.process.ExitCode, output + await errors);
    }

    /// <summary>A client with the token.</summary>
    public HttpClient NewClient()
    {
        var client = new HttpClient { BaseAddress = new(Link.GetLeftPart(UriPartial.Authority)) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Link.Query["?token=".Length..]);
        client.DefaultRequestHeaders.Add("X-Neptune", "1");
        return client;
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
