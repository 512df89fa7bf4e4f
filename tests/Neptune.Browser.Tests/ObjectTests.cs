namespace Neptune.Browser.Tests;

public sealed class ObjectTests(Chromium chromium, DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_field_is_shown_with_the_lines_that_fetch_it()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, "local/demo/runs/DEMO-2/fields?field=params%2Flr");

        await Expect(opened.Page.GetByText("0.002").First).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("run[\"params/lr\"].Fetch<double>()").First).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("run[\"params/lr\"].fetch()").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_that_a_user_stored_runs_in_a_frame_without_an_origin_and_cannot_reach_the_app()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, "local/demo/runs/DEMO-1/fields?field=notes");

        var frame = opened.Page.FrameLocator("iframe");
        await Expect(frame.GetByText("A chart")).ToBeVisibleAsync();

        Assert.DoesNotContain("taken over", await opened.Page.TitleAsync());
        Assert.Equal("allow-scripts", await opened.Page.Locator("iframe").GetAttributeAsync("sandbox"));
    }

    [Fact]
    public async Task The_stage_of_a_version_is_changed_with_a_comment_that_stays_in_its_history()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(Demo.Fill);
        await using var opened = await AppPage.OpenAsync(chromium, app, "local/demo/models/DEMO-FOREST/DEMO-FOREST-2");

        await opened.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("stage", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        var dialog = opened.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^production") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("better recall");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("change|save", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(opened.Page.GetByText("better recall").First).ToBeVisibleAsync();
        using var version = ModelVersion.Init(new() { StorePath = app.Home, Project = "demo", WithId = "DEMO-FOREST-2", Mode = ConnectionMode.ReadOnly });
        Assert.Equal("production", version["sys/stage"].Fetch<string>());
    }
}
