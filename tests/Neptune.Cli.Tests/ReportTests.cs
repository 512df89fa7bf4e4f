using System.Text.Json;
using System.Text.RegularExpressions;

namespace Neptune.Cli.Tests;

/// <summary>What a report has and where it goes.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void The_file_is_named_after_the_runs_and_only_written_over_when_it_was_named()
    {
        string[] ids = [.. Enumerable.Range(0, 6).Select(i => store.Run(run => run["i"] = i))];
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        var one = store.AskIn(here, "report", ids[0]);
        store.Ask("name", ids[0], "renamed");
        var again = store.AskIn(here, "report", ids[0]);
        var over = store.AskIn(here, "report", ids[1], "-o", one.Output.TrimEnd());
        var all = store.AskIn(here, ["report", .. ids]);
        var named = store.AskIn(here, "report", ids[0], ids[1], "-o", "sub/");

        Assert.Equal((0, Path.Combine(here, $"report-{ids[0]}.html")), (one.ExitCode, one.Output.TrimEnd()));
        Assert.Equal(1, again.ExitCode);
        Assert.StartsWith($"neptune: {Path.Combine(here, $"report-{ids[0]}.html")} is there already", again.Errors);
        Assert.Equal((0, one.Output), (over.ExitCode, over.Output));
        Assert.Contains(ids[1], File.ReadAllText(over.Output.TrimEnd()), StringComparison.Ordinal);
        Assert.EndsWith($"report-{ids[0]}-{ids[1]}-{ids[2]}-{ids[3]}-and-2-more.html", all.Output.TrimEnd());
        Assert.Equal(Path.Combine(here, "sub", $"report-{ids[0]}-{ids[1]}.html"), named.Output.TrimEnd());
        Assert.StartsWith("<!DOCTYPE html>", store.AskIn(here, "report", ids[0], "-o", "-").Output);
        Assert.Equal(3, Directory.GetFiles(here, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void An_unknown_run_leaves_no_file()
    {
        store.Run();

        Assert.Equal(1, store.Ask("report", "CLS-99").ExitCode);
        Assert.Equal(2, store.Ask("report").ExitCode);
        Assert.Empty(Directory.GetFiles(store.Home));
    }

    [Fact]
    public void Train_and_validation_of_a_metric_are_one_chart_with_all_runs()
    {
        string[] ids = [.. new[] { 1.0, 2.0 }.Select(factor => store.Run(run =>
        {
            run["train/loss"].Extend([factor, factor / 2]);
            run["val/loss"].Extend([factor * 2, factor]);
            run["folds/0/train/loss"].Extend([factor]);
            run["lr"].Extend([0.1, 0.01]);
        }))];

        var page = Page(ids);
        var charts = Data(page).GetProperty("charts").EnumerateArray().ToList();

        Assert.Equal(["loss", "lr", "loss"], charts.Take(3).Select(chart => chart.GetProperty("name").GetString()));
        Assert.Equal(
            ["0 train 1,0.5", "0 validation 2,1", "1 train 2,1", "1 validation 4,2"],
            charts[0].GetProperty("curves").EnumerateArray().Select(curve => $"{curve.GetProperty("object")} {curve.GetProperty("label")} {string.Join(',', curve.GetProperty("y").EnumerateArray())}"));
        Assert.Contains("<h3>folds/0</h3>", page);
        Assert.Contains($"<th scope=\"row\">{ids[1]} validation</th>", page);
    }

    [Fact]
    public void A_million_points_are_a_thousand_with_exact_extremes()
    {
        var id = store.Run(run => run["signal"].Extend(Enumerable.Range(0, 1_000_000).Select(i => i == 654_321 ? 17.25 : i == 123_456 ? -9.5 : Math.Sin(i / 1000.0))));

        var page = Page(id);
        var curve = Data(page).GetProperty("charts")[0].GetProperty("curves")[0];

        Assert.InRange(curve.GetProperty("x").GetArrayLength(), 500, 1000);
        Assert.Equal(17.25, curve.GetProperty("high").EnumerateArray().Max(value => value.GetDouble()));
        Assert.Equal(-9.5, curve.GetProperty("low").EnumerateArray().Min(value => value.GetDouble()));
        Assert.InRange(page.Length, 500_000, 700_000);
    }

    [Fact]
    public void What_is_no_number_leaves_a_gap_and_a_mark()
    {
        var id = store.Run(run => run["loss"].Extend([1.0, double.NaN, 3.0, double.PositiveInfinity, double.NegativeInfinity]));

        var curve = Data(Page(id)).GetProperty("charts")[0].GetProperty("curves")[0];

        Assert.Equal("[1,null,3,null,null]", curve.GetProperty("y").GetRawText());
        Assert.Equal("[[1,\"NaN\"],[3,\"Infinity\"],[4,\"-Infinity\"]]", curve.GetProperty("odd").GetRawText());
    }

    [Fact]
    public void Parameters_that_differ_come_first_and_the_best_metric_is_marked()
    {
        string[] ids = [.. new[] { 0.1, 0.2 }.Select(lr => store.Run(run =>
        {
            run.Assign("params", new { lr, seed = 7 });
            run["params/trainer/leaves"] = 20;
            run["params/defaults"].Add("trainer/leaves");
            run.Assign("test", new { auc = 1 - lr, loss = lr });
        }))];

        var page = Page(ids);

        Assert.Contains("<caption>Parameters that differ</caption>", page);
        Assert.Matches("<tr><th scope=\"row\">params/lr</th><td class=\"number\">0.1</td><td class=\"number\">0.2</td></tr>", page);
        Assert.Contains("<summary>1 parameter that all have alike</summary>", page);
        Assert.Contains("<summary>1 parameter with the default</summary>", page);
        Assert.Contains("<tr><th scope=\"row\">test/auc</th><td class=\"number best\">0.9<span class=\"sr\"> (best)</span></td><td class=\"number\">0.8</td></tr>", page);
        Assert.Contains("<tr><th scope=\"row\">test/loss</th><td class=\"number best\">0.1<span", page);
    }

    [Fact]
    public void Small_tables_and_texts_are_shown_and_large_files_listed_with_the_reason()
    {
        var id = store.Run(run =>
        {
            run["test/report"].Upload(NeptuneFile.FromText("class,precision\n\"dog, big\",0.123456789\ncat,1\n", "csv"));
            run["config"].Upload(NeptuneFile.FromText("{\"a\":[1]}", "json"));
            run["broken"].Upload(NeptuneFile.FromText("a,b\n\"x,1\n", "csv"));
            run["big"].Upload(NeptuneFile.FromText(new string('x', 100_000), "txt"));
            run["page"].Upload(NeptuneFile.FromText(new string('x', 8_000_001), "html"));
            run["weights"].Upload(NeptuneFile.FromBytes(new byte[10], "bin"));
        });

        var page = Page(id);

        Assert.Contains("<td class=\"short\" title=\"dog, big\">dog, big</td><td class=\"number\" title=\"0.123456789\">0.123457</td>", page);
        Assert.Contains("<pre tabindex=\"0\">{\n  &quot;a&quot;: [\n    1\n  ]\n}</pre>", page);
        Assert.Contains($"<code>neptune get {id} weights</code></td><td></td>", page);
        Assert.Contains($"<code>neptune get {id} big</code></td><td>left out: larger than 64.0 kB</td>", page);
        Assert.Contains($"<code>neptune get {id} page</code></td><td>left out: larger than 8.0 MB</td>", page);
        Assert.Contains($"<code>neptune get {id} broken</code></td><td>no table that can be read</td>", page);
    }

    [Fact]
    public void A_file_whose_content_is_gone_is_a_row_that_says_so()
    {
        var id = store.Run(run =>
        {
            run["gone"].Upload(NeptuneFile.FromText("a,b\n1,2\n", "csv"));
            run["there"].Upload(NeptuneFile.FromText("a,b\n3,4\n", "csv"));
        });
        var sha256 = store.Json("show", id).GetProperty("gone").GetProperty("sha256").GetString()!;
        File.Delete(Assert.Single(Directory.GetFiles(store.Folder, $"*{sha256[8..]}*", SearchOption.AllDirectories)));

        var page = Page(id);

        Assert.Matches("neptune get [A-Z]+-1 gone</code></td><td>cannot be read: ", page);
        Assert.Contains("title=\"4\"", page);
    }

    [Fact]
    public void A_chart_that_there_is_as_a_page_is_not_shown_as_a_picture_too()
    {
        var id = store.Run(run =>
        {
            run["test/charts/roc"].Upload(NeptuneFile.FromText("<p>page</p>", "html"));
            run["test/pictures/roc"].Upload(NeptuneFile.FromBytes(new byte[] { 1, 2, 3 }, "png"));
            run["pictures/cat"].Upload(NeptuneFile.FromBytes(new byte[] { 1, 2, 3 }, "png"));
            run["val/masks"].Extend([NeptuneFile.FromBytes(new byte[] { 4 }, "png"), NeptuneFile.FromBytes(new byte[] { 5 }, "png")], steps: [0, 2.5]);
        });

        var page = Page(id);

        Assert.Single(SandboxedFrame().Matches(page));
        Assert.Contains("<img alt=\"pictures/cat\" src=\"data:image/png;base64,AQID\">", page);
        Assert.Contains("<figcaption>val/masks at step 2.5</figcaption>\n<img alt=\"val/masks\" src=\"data:image/png;base64,BQ==\">", page);
        Assert.Equal(2, page.Split("<img ").Length - 1);
    }

    [Fact]
    public void Versions_and_models_have_reports_too()
    {
        var model = store.Model("FOREST");
        var version = store.Version(model, ModelStage.Production, log: version => version["test/auc"] = 0.9);

        Assert.Contains("<dt>Stage</dt><dd>production</dd>", Page(version));
        Assert.Contains($"1, newest {version}, in production {version}", Page(model));
    }

    public void Dispose() => store.Dispose();

    private static JsonElement Data(string page) => JsonDocument.Parse(ReportData().Match(page).Groups[1].Value).RootElement;

    private string Page(params string[] ids)
    {
        var result = store.Ask(["report", .. ids, "-o", "-"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        return result.Output.ReplaceLineEndings("\n");
    }

    [GeneratedRegex("<script id=\"report-data\" type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ReportData();

    [GeneratedRegex("<iframe sandbox=\"allow-scripts\" [^>]*srcdoc=\"&lt;p&gt;page&lt;/p&gt;\"></iframe>")]
    private static partial Regex SandboxedFrame();
}
