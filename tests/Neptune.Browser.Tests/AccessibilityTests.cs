using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Neptune.Browser.Tests;

public sealed class AccessibilityTests(Chromium chromium, DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Theory]
    [InlineData("local/demo/runs", "DEMO-3")]
    [InlineData("local/demo/runs?view=compare", "params/lr")]
    [InlineData("local/demo/runs/DEMO-1", "forest 1")]
    [InlineData("local/demo/runs/DEMO-1/fields", "params")]
    [InlineData("local/demo/runs/DEMO-1/charts", "train/loss")]
    [InlineData("local/demo/runs/DEMO-1/files", "notes")]
    [InlineData("local/demo/models", "FOREST")]
    [InlineData("local/demo/models/DEMO-FOREST", "DEMO-FOREST-2")]
    [InlineData("local/demo/metadata", "data")]
    [InlineData("local/demo/trash", "Trash")]
    public async Task A_page_has_no_barrier_that_axe_finds_in_light_dark_or_on_a_phone(string path, string shows)
    {
        chromium.Require();
        foreach (var (scheme, width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1440), (ColorScheme.Dark, 390)])
        {
            await using var opened = await AppPage.OpenAsync(chromium, demo.Served, path, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
            await Expect(opened.Page.GetByText(shows).First).ToBeAttachedAsync();
            await Expect(opened.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);

            var found = await opened.Page.RunAxe(Rules);

            Assert.Empty(found.Violations.Select(violation => $"{scheme} {width}: {violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            Assert.Empty(opened.Complaints);
        }
    }
}
