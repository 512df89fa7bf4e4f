namespace Neptune.Browser.Tests;

public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task A_run_that_begins_elsewhere_appears_without_a_reload_and_so_does_its_end()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(home => ServedApp.Run(home, "first").Dispose());
        await using var opened = await AppPage.OpenAsync(chromium, app, "local/demo/runs?view=table");
        await Expect(opened.Page.GetByText("DEMO-1").First).ToBeVisibleAsync();

        using (var run = ServedApp.Run(app.Home, "second"))
        {
            await Expect(opened.Page.GetByText("DEMO-2").First).ToBeVisibleAsync();
            await Expect(opened.Page.GetByText("Active").First).ToBeVisibleAsync();
        }

        await Expect(opened.Page.GetByText("Active")).ToHaveCountAsync(0);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_server_that_was_stopped_and_started_again_is_noticed_and_everything_goes_on()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(home => ServedApp.Run(home, "first").Dispose());
        await using var opened = await AppPage.OpenAsync(chromium, app, "local/demo/runs?view=table");
        await Expect(opened.Page.GetByText("DEMO-1").First).ToBeVisibleAsync();

        await app.StopAsync();
        ServedApp.Run(app.Home, "second").Dispose();
        await app.StartAgainAsync();

        await Expect(opened.Page.GetByText("DEMO-2").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Twelve_tabs_at_once_all_load_and_stay_live()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(home => ServedApp.Run(home, "first").Dispose());
        await using var opened = await AppPage.OpenAsync(chromium, app, "local/demo/runs?view=table");
        var pages = new List<IPage> { opened.Page };
        for (var tab = 1; tab < 12; tab++)
        {
            pages.Add(await opened.Context.NewPageAsync());
            await pages[^1].GotoAsync(app.Address("local/demo/runs?view=table"));
        }
        foreach (var page in pages)
            await Expect(page.GetByText("DEMO-1").First).ToBeVisibleAsync();

        ServedApp.Run(app.Home, "second").Dispose();

        foreach (var page in pages)
            await Expect(page.GetByText("DEMO-2").First).ToBeVisibleAsync();
    }
}
