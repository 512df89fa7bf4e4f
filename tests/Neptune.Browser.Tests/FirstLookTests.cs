[assembly: AssemblyFixture(typeof(Neptune.Browser.Tests.Chromium))]

namespace Neptune.Browser.Tests;

public sealed class FirstLookTests(Chromium chromium)
{
    [Fact]
    public async Task The_link_lets_in_once_and_shows_the_runs_of_the_project()
    {
        chromium.Require();
        await using var app = await ServedApp.StartAsync(home =>
        {
            using var run = ServedApp.Run(home, "baseline");
            run["params/lr"] = 0.01;
            for (var step = 0; step < 100; step++)
                run["train/loss"].Append(1.0 / (step + 1));
        });
        await using var opened = await AppPage.OpenAsync(chromium, app, "");

        await Expect(opened.Page.GetByText("DEMO-1").First).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("baseline").First).ToBeVisibleAsync();

        Assert.DoesNotContain("token", opened.Page.Url);
        Assert.Empty(opened.Complaints);
    }
}
