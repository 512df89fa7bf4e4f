using System.Text.RegularExpressions;
using Neptune.ML.Charts;

namespace Neptune.ML.Tests.Charts;

public sealed partial class ChartPageTests
{
    private static readonly LineChart Lines = new("roc", "ROC curve", ChartAxis.Share("False positive rate"), ChartAxis.Share("True positive rate"),
    [
        new("model (AUC 0.9)", ChartStyle.Line, [0, 0.1, 1], [0, 0.8, 1]),
        new("chance", ChartStyle.Reference, [0, 1], [0, 1]),
    ]);

    [Fact]
    public void A_browser_draws_the_page_in_a_sandbox_without_network()
    {
        var drawn = Draw(Lines);

        Assert.Contains("<svg class=\"main-svg\"", drawn);
        Assert.Equal(2, LinesDrawn().Count(drawn));
        Assert.Contains("True positive rate", drawn);
    }

    [Fact]
    public void A_browser_draws_the_cells_of_a_matrix_with_their_numbers()
    {
        var drawn = Draw(new MatrixChart("confusion_matrix", "Confusion matrix", new("Predicted", Labels: ["yes", "no"]), new("True", Labels: ["yes", "no"]), [[41, 9], [8, 42]]));

        Assert.Equal(4, CellsDrawn().Count(drawn));
        Assert.All(["41", "9", "8", "42"], count => Assert.Contains($">{count}</text>", drawn));
    }

    [Fact]
    public void Names_that_look_like_markup_stay_text()
    {
        var page = ChartPage.Of(Lines with { Title = "</title><script>alert(1)</script>", Lines = [new("</script><script>alert(2)</script>", ChartStyle.Line, [1], [1])] });

        Assert.DoesNotContain("<script>alert", page);
    }

    [Fact]
    public void A_page_names_no_other_machine()
    {
        var page = ChartPage.Of(Lines);

        Assert.DoesNotMatch("(src|href|url)\\s*[=(]\\s*[\"']?https?:", page);
    }

    [Fact]
    public void A_page_has_its_figure_where_reports_look_for_it() =>
        Assert.Contains("<script id=\"figure\" type=\"application/json\">{\"data\":[", ChartPage.Of(Lines));

    [Fact]
    public void Numbers_that_are_none_leave_a_gap()
    {
        var page = ChartPage.Of(Lines with { Lines = [new("gap", ChartStyle.Line, [1, 2, 3], [1, double.NaN, double.PositiveInfinity])] });

        Assert.Contains("\"y\":[1,null,null]", page);
    }

    [Fact]
    public void Bars_of_named_things_stand_apart_and_those_of_a_distribution_side_by_side()
    {
        ChartLine[] bars = [new("rows", ChartStyle.Bars, [0, 1], [5, 6])];

        Assert.Contains("\"bargap\":0.2,", ChartPage.Of(Lines with { X = new("Cluster", Labels: ["1", "2"]), Lines = bars }));
        Assert.Contains("\"bargap\":0,", ChartPage.Of(Lines with { Lines = bars }));
    }

    [Fact]
    public void A_matrix_of_many_classes_is_higher_than_a_low_window_so_that_no_name_covers_another()
    {
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"class {i}")];

        var drawn = Draw(new MatrixChart("confusion_matrix", "Confusion matrix", new("Predicted", Labels: names), new("True", Labels: names), [.. names.Select(_ => new double[50])]));

        Assert.Equal(760, double.Parse(HeightDrawn().Match(drawn).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Draw(Chart chart)
    {
        Assert.SkipWhen(Browser.Program is null && Environment.GetEnvironmentVariable("CI") != "true", Browser.Missing);
        return Browser.Draw(ChartPage.Of(chart));
    }

    [GeneratedRegex("<g class=\"trace scatter trace")]
    private static partial Regex LinesDrawn();

    [GeneratedRegex("<svg class=\"main-svg\"[^>]* height=\"([0-9.]+)\"")]
    private static partial Regex HeightDrawn();

    [GeneratedRegex("<path data-index=\"\\d+\"")]
    private static partial Regex CellsDrawn();
}
