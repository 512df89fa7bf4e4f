using System.Diagnostics;

namespace Neptune.Cli.Tests;

/// <summary>Chromium without a window: opens a file from disk and says what it became, and what was said on its console.</summary>
internal static class Browser
{
    private const string Missing = "Chromium is not installed: apt-get install chromium";

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome") })
        .FirstOrDefault(File.Exists);

    /// <summary>The document after its scripts have run, and the console. A user's machine without the browser skips the test; in CI that is a failure.</summary>
    public static (string Document, string Console) OpenOrSkip(string file, int width = 1400, int height = 6000)
    {
        Assert.SkipWhen(Program is null && Environment.GetEnvironmentVariable("CI") != "true", Missing);
        var profile = Directory.CreateTempSubdirectory("neptune-browser-").FullName;
        try
        {
            var result = Command.Run(new ProcessStartInfo(
                Program ?? throw new InvalidOperationException(Missing),
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    $"--user-data-dir={profile}", $"--window-size={width},{height}", "--virtual-time-budget=30000", "--enable-logging=stderr", "--dump-dom", new Uri(file).AbsoluteUri,
                ])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return (result.Output, string.Join('\n', result.Errors.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
