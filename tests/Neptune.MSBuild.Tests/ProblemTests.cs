using Neptune.MSBuild.Tests.Building;

namespace Neptune.MSBuild.Tests;

/// <summary>Every problem is one line with a code, and stands where its item does.</summary>
public sealed class ProblemTests : IDisposable
{
    private readonly Workspace workspace = new();

    public ProblemTests()
    {
        workspace.Write("models/income.zip", "weights");
        workspace.Write("models/list.json", "[1]");
        workspace.Write("models/broken.json", "{ \"a\": ");
        workspace.Write("models/large.json", "{}" + new string(' ', 16 << 20));
        workspace.Write("models/reserved.json", "{ \"sys\": { \"owner\": \"me\" } }");
    }

    [Theory]
    [InlineData("NEPB0001", "Key=\"INCOME\"", """<NeptuneModel Include="models/income.zip" />""")]
    [InlineData("NEPB0001", "\"income\"", """<NeptuneModel Include="models/income.zip" Key="income" />""")]
    [InlineData("NEPB0001", "None, Staging, Production, Archived", """<NeptuneModel Include="models/income.zip" Key="INCOME" Stage="Live" />""")]
    [InlineData("NEPB0001", "neither a Version nor a Stage", """<NeptuneModelReference Include="INCOME" />""")]
    [InlineData("NEPB0001", "\"newest\"", """<NeptuneModelReference Include="INCOME" Version="newest" />""")]
    [InlineData("NEPB0001", "Metric=\"test/auc\"", """<NeptuneModel Include="models/income.zip" Key="INCOME" /><NeptuneGate Include="INCOME" />""")]
    [InlineData("NEPB0001", "\"much\"", """<NeptuneModel Include="models/income.zip" Key="INCOME" /><NeptuneGate Include="INCOME" Metric="auc" MinDelta="much" />""")]
    [InlineData("NEPB0001", "the project does not have", """<NeptuneGate Include="INCOME" Metric="auc" />""")]
    [InlineData("NEPB0002", "models/gone.zip", """<NeptuneModel Include="models/gone.zip" Key="INCOME" />""")]
    [InlineData("NEPB0003", "revoke the token", """<NeptuneModel Include="models/income.zip" Key="INCOME" ApiToken="secret" />""")]
    [InlineData("NEPB0005", "list.json", """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/list.json" /><NeptuneGate Include="INCOME" Metric="auc" />""")]
    [InlineData("NEPB0005", "broken.json", """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/broken.json" /><NeptuneGate Include="INCOME" Metric="auc" />""")]
    [InlineData("NEPB0005", "no more than 16777216", """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/large.json" /><NeptuneGate Include="INCOME" Metric="auc" />""")]
    [InlineData("NEPB0005", "none.json", """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/none.json" /><NeptuneGate Include="INCOME" Metric="auc" />""")]
    [InlineData("NEPB0009", "two models INCOME", """<NeptuneModel Include="models/income.zip" Key="INCOME" /><NeptuneModelReference Include="INCOME" Version="1" />""")]
    [InlineData("NEPB0010", "cannot be resolved", """<NeptuneModelReference Include="INCOME" Version="1" />""")]
    public void A_wrong_item_is_reported_at_its_line(string code, string says, string items)
    {
        workspace.Items = items;

        var error = workspace.Resolve().Error;

        Assert.Equal((code, workspace.PathOf("app.csproj"), 3), (error.Code, error.File, error.LineNumber));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("#codes", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_at_a_reserved_path_is_refused_before_anything_is_written()
    {
        workspace.Items = """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/reserved.json" />""";

        var error = workspace.Register().Error;

        Assert.Equal("NEPB0005", error.Code);
        Assert.Contains("sys/owner", error.Message, StringComparison.Ordinal);
        using var version = workspace.Open("DEMO-INCOME-1");
        Assert.False(version.Exists("model/file"));
    }

    [Fact]
    public void Metrics_that_do_not_fit_what_the_version_has_are_refused()
    {
        workspace.Publish("INCOME", "weights", auc: 0.9);
        workspace.Write("models/metrics.json", """{ "test": { "auc": "high" } }""");
        workspace.Items = """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/metrics.json" />""";

        var error = workspace.Register().Error;

        Assert.Equal("NEPB0005", error.Code);
        Assert.Contains("test/auc", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_items_the_right_line_is_named()
    {
        workspace.Items = """
            <NeptuneModel Include="models/income.zip" Key="INCOME" />
            <NeptuneModel Include="models/income.zip;models/other.zip" Key="OTHER" Stage="Live" />
            """;

        Assert.Equal(4, workspace.Resolve().Error.LineNumber);
    }

    [Fact]
    public void Of_several_items_with_one_name_the_right_line_is_named()
    {
        workspace.Write("models/metrics.json", "{ \"auc\": 0.9 }");
        workspace.Items = """
            <NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/metrics.json" />
            <NeptuneGate Include="INCOME" Metric="auc" MinDelta="-0.005" />
            <NeptuneGate Include="INCOME" Metric="f1" MinDelta="-0.005" />
            """;

        Assert.Equal(("NEPB0016", 5), (workspace.Resolve().Error.Code, workspace.Resolve().Error.LineNumber));
    }

    public void Dispose() => workspace.Dispose();
}
