namespace Neptune.Browser.Tests;

/// <summary>The browser of this machine, started once for all tests. Where there is none, tests are skipped and say how to get one; in CI that is a failure.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private const float PatienceMilliseconds = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("There is no browser; tests ask with Require first.");

    /// <summary>Skips the test where there is no browser.</summary>
    public void Require()
    {
        if (browser is null && Environment.GetEnvironmentVariable("CI") is not null)
            Assert.Fail("There is no Chromium: apt-get install chromium.");
        Assert.SkipWhen(browser is null, "There is no Chromium: apt-get install chromium.");
    }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("NEPTUNE_TEST_BROWSER") is not { } program && (program = Places.FirstOrDefault(File.Exists)) is null)
            return;
        // Machines that test are busy; nothing here is about time.
        SetDefaultExpectTimeout(PatienceMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
