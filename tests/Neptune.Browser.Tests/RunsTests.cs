using System.Text.RegularExpressions;

namespace Neptune.Browser.Tests;

public sealed class RunsTests(Chromium chromium, DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Runs = "local/demo/runs";

    [Fact]
    public async Task A_query_leaves_the_runs_that_fulfil_it_and_stands_in_the_address()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, Runs);

        await opened.Page.GetByRole(AriaRole.Combobox, new() { Name = "Query in NQL" }).FillAsync("`params/optimizer`:string = \"sgd\"");
        await opened.Page.Keyboard.PressAsync("Enter");

        await Expect(Row(opened, "DEMO-3")).ToBeVisibleAsync();
        await Expect(Row(opened, "DEMO-1")).ToHaveCountAsync(0);
        await Expect(opened.Page).ToHaveURLAsync(new Regex("sgd"));
        await opened.Page.ReloadAsync();
        await Expect(Row(opened, "DEMO-3")).ToBeVisibleAsync();
        await Expect(Row(opened, "DEMO-1")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_query_with_a_fault_says_where_it_is_and_keeps_the_table()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, Runs);
        await Expect(Row(opened, "DEMO-1")).ToBeVisibleAsync();

        await opened.Page.GetByRole(AriaRole.Combobox, new() { Name = "Query in NQL" }).FillAsync("`params/lr` >");
        await opened.Page.Keyboard.PressAsync("Enter");

        await Expect(opened.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("position 1");
        await Expect(Row(opened, "DEMO-1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Charts_of_the_chosen_runs_are_drawn_one_for_each_path()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, Runs);

        foreach (var path in (string[])["train/loss", "train/accuracy"])
            await Expect(opened.Page.GetByRole(AriaRole.Img, new() { Name = $"{path} of 3 runs" })).ToBeVisibleAsync();
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Side_by_side_shows_the_fields_that_differ()
    {
        chromium.Require();
        await using var opened = await AppPage.OpenAsync(chromium, demo.Served, Runs);
        await Expect(Row(opened, "DEMO-1")).ToBeVisibleAsync();

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();

        await Expect(opened.Page.GetByText("params/optimizer").First).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("0.003").First).ToBeVisibleAsync();
        await Expect(opened.Page).ToHaveURLAsync(new Regex("view=compare"));
    }

    [Fact]
    public async Task A_hundred_thousand_objects_would_scroll_as_ten_do_because_only_what_is_seen_is_in_the_page()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(home =>
        {
            using (ServedApp.Run(home, "first"))
            {
            }
            using var store = Storage.Store.Open(new(Path.Combine(home, ".neptune")));
            var project = store.FindProject(Core.ProjectName.Parse("demo"))!;
            for (var i = 0; i < 1500; i++)
                store.CreateRun(project, null, "ada", DateTimeOffset.UtcNow);
        });
        await using var opened = await AppPage.OpenAsync(chromium, app, $"{Runs}?view=table");
        await Expect(Row(opened, "DEMO-1501")).ToBeVisibleAsync();

        await opened.Page.GetByRole(AriaRole.Grid).FocusAsync();
        await opened.Page.Keyboard.PressAsync("End");

        await Expect(Row(opened, "DEMO-1")).ToBeVisibleAsync();
        Assert.InRange(await opened.Page.GetByRole(AriaRole.Row).CountAsync(), 2, 100);
        await Expect(opened.Page.GetByText("1,501 runs").First).ToBeVisibleAsync();
    }

    private static ILocator Row(AppPage opened, string id) => opened.Page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true });
}
