using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Neptune.Cli.Tests;

/// <summary>Reports in a real browser, opened from disk.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private const string ChartPage = """
        <!DOCTYPE html><body><script id="figure" type="application/json">{"data":[{"type":"bar","name":"gain","x":[1,2],"y":[3,4]}],"layout":{"title":{"text":"Gain </script>"},"xaxis":{"tickvals":[1,2],"ticktext":["first feature","second feature"]}}}</script></body>
        """;

    private readonly TestStore store = new();

    [Fact]
    public void A_browser_draws_curves_and_charts_and_its_console_stays_silent()
    {
        string[] ids = [.. new[] { 0.1, 0.2 }.Select(lr => store.Run(run =>
        {
            run["params/lr"] = lr;
            run["train/loss"].Extend([1, double.NaN, lr]);
            run["validation/loss"].Extend([2.0, 1.5, 1.0]);
            run["noise"].Extend(Enumerable.Range(0, 5000).Select(i => Math.Sin(i / 100.0)));
            run["test/charts/gain"].Upload(NeptuneFile.FromText(ChartPage.Replace("</script>\"}", "\\u003C/script>\"}", StringComparison.Ordinal), "html"));
        }))];

        var (document, console) = Open(ids);

        Assert.Equal("", console);
        Assert.Equal(4, Plots().Count(document));
        // Of loss four curves and two marks of what is no number, of noise two with their bands.
        Assert.Equal(4 + 2 + 4, Lines().Count(document));
        Assert.Equal(2, Bars().Count(document));
        Assert.Contains("second feature", document);
        Assert.Contains($">{ids[1]} validation</text>", document);
        Assert.DoesNotContain("class=\"failed\"", document);
    }

    [Fact]
    public void What_runs_are_called_and_hold_is_text()
    {
        const string Hostile = "</title></script><script>console.log('injected')</script><img src=x onerror=\"console.log('injected')\">";
        var id = store.Run(
            run =>
            {
                run["params/x"] = Hostile;
                run[$"train/{Hostile.Replace('/', '_')}"].Extend([1.0, 2.0]);
                run["sys/description"] = Hostile;
                run["table"].Upload(NeptuneFile.FromText($"a,b\n\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1\n", "csv"));
                run["text"].Upload(NeptuneFile.FromText(Hostile, "txt"));
                run["chart"].Upload(NeptuneFile.FromText(ChartPage.Replace("Gain </script>", "<a href='javascript:console.log(1)'>x</a>\\u003C/script>\\u003Cscript>console.log('injected')", StringComparison.Ordinal), "html"));
            },
            name: Hostile,
            tags: [Hostile]);

        var (document, console) = Open(id);

        Assert.DoesNotContain("injected", console);
        Assert.DoesNotContain("<img src=\"x\"", document);
        Assert.DoesNotContain("href=\"javascript:", document);
        Assert.Equal(2, Plots().Count(document));
    }

    [Fact]
    public void A_page_that_somebody_logged_runs_its_scripts_without_origin_network_or_handlers()
    {
        using var server = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(address);
        server.Start();
        var asked = server.GetContextAsync();
        var id = store.Run(run => run["page"].Upload(NeptuneFile.FromText(
            $$"""
            <!DOCTYPE html><html><head><style>p { color: rgb(1, 2, 3) }</style></head><body><p id="p">static</p>
            <script>
            let reached; try { parent.document.title = "reached"; reached = true; } catch { reached = false; }
            console.log(`frame ran, reached ${reached}, color ${getComputedStyle(p).color}`);
            fetch("{{address}}").catch(() => {});
            new Image().src = "{{address}}image";
            </script>
            <img src="data:," onerror="console.log('handler ran')"><script src="{{address}}script.js"></script></body></html>
            """.ReplaceLineEndings("\r\n"),
            "html")));

        var (document, console) = Open(id);

        Assert.Contains("frame ran, reached false, color rgb(1, 2, 3)", console);
        Assert.DoesNotContain("\"handler ran", console);
        Assert.False(asked.IsCompleted, "The page reached the network.");
        Assert.DoesNotContain("<title>reached", document);
    }

    [Fact]
    public void A_run_can_be_hidden_by_its_box()
    {
        string[] ids = [.. new[] { 1.0, 2.0 }.Select(start => store.Run(run => run["loss"].Extend([start, 0.5])))];

        var (document, _) = Open(ids, script: """
            new MutationObserver((_, observer) => { observer.disconnect(); document.querySelector("[data-object='0']").click(); })
              .observe(document.body, { attributeFilter: ["data-drawn"] });
            """);

        Assert.Equal(1, Lines().Count(document));
        Assert.DoesNotContain($">{ids[0]}</text>", document);
    }

    [Fact]
    public void The_page_is_no_wider_than_a_narrow_window()
    {
        string[] ids = [.. Enumerable.Range(0, 6).Select(_ => store.Run(
            run =>
            {
                run["loss"].Extend([1.0, 0.5]);
                run["a/rather/long/path/of/a/metric/that/nothing/breaks/accuracy"] = 0.123456789;
                run["params/text"] = new string('x', 300);
            },
            name: new string('n', 200)))];

        var (document, _) = Open(ids, script: "document.body.dataset.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;", width: 500);

        Assert.Contains("data-wide=\"0\"", document);
    }

    public void Dispose() => store.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private (string Document, string Console) Open(params string[] ids) => Open(ids, script: null);

    /// <param name="ids">The runs.</param>
    /// <param name="script">What somebody does with the page; without the policy, which would not let it.</param>
    /// <param name="width">Of the window.</param>
    private (string Document, string Console) Open(string[] ids, string? script, int width = 1400)
    {
        var file = Path.Combine(store.Home, "report.html");
        var result = store.Ask(["report", .. ids, "-o", file]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        if (script is not null)
            File.WriteAllText(file, Policy().Replace(File.ReadAllText(file), "").Replace("</body>", $"<script>{script}</script></body>", StringComparison.Ordinal));
        return Browser.OpenOrSkip(file, width);
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();

    [GeneratedRegex("<div class=\"plot[^\"]* js-plotly-plot\"")]
    private static partial Regex Plots();

    [GeneratedRegex("<g class=\"trace scatter trace")]
    private static partial Regex Lines();

    [GeneratedRegex("<g class=\"trace bars\"")]
    private static partial Regex Bars();
}
