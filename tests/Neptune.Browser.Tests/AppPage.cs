namespace Neptune.Browser.Tests;

/// <summary>A page of the app in a browser context of its own, let in by the token, that notes what the browser complains about.</summary>
internal sealed class AppPage : IAsyncDisposable
{
    private readonly ServedApp app;

    private AppPage(ServedApp app, IBrowserContext context, IPage page)
    {
        (this.app, Context, Page) = (app, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Complaints.Add($"uncaught: {error}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals by the content security policy, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<AppPage> OpenAsync(Chromium chromium, ServedApp app, string path, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale = "en-GB";
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        var context = await chromium.Browser.NewContextAsync(options);
        var opened = new AppPage(app, context, await context.NewPageAsync());
        await opened.Page.GotoAsync(app.LetIn(path));
        return opened;
    }

    public Task GotoAsync(string path) => Page.GotoAsync(app.Address(path));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
