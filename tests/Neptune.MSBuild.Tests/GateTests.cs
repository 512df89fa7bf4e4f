using Neptune.MSBuild.Tests.Building;

namespace Neptune.MSBuild.Tests;

public sealed class GateTests : IDisposable
{
    private const string Candidate = """<NeptuneModel Include="models/income.zip" Key="INCOME" Metrics="models/metrics.json" />""";

    private readonly Workspace workspace = new();

    public GateTests() => workspace.Write("models/income.zip", "candidate");

    [Theory]
    [InlineData(0.94, "")]
    [InlineData(0.93, "")]
    [InlineData(0.926, "MinDelta=\"-0.005\"")]
    [InlineData(0.93, "MaxDelta=\"0\"")]
    [InlineData(0.90, "MaxDelta=\"-0.02\"")]
    public void A_candidate_that_is_good_enough_passes(double auc, string limits)
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: 0.93);
        Measure(auc);
        workspace.Items = Candidate + $"""<NeptuneGate Include="INCOME" Metric="test/auc" {limits} Against="Production" />""";

        var passed = workspace.Resolve().Clean();

        Assert.Contains(passed.Said, line => line.Contains("DEMO-INCOME-1 in Production has 0.93", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.929, "")]
    [InlineData(0.92, "MinDelta=\"-0.005\"")]
    [InlineData(0.94, "MaxDelta=\"0\"")]
    [InlineData(0.94, "MinDelta=\"0\" MaxDelta=\"0.005\"")]
    public void A_candidate_that_is_worse_than_allowed_fails_with_both_numbers_and_takes_no_version(double auc, string limits)
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: 0.93);
        Measure(auc);
        workspace.Items = Candidate + $"""<NeptuneGate Include="INCOME" Metric="test/auc" {limits} />""";

        var error = workspace.Resolve().Error;

        Assert.Equal(("NEPB0015", 3), (error.Code, error.LineNumber));
        Assert.Contains("0.93", error.Message, StringComparison.Ordinal);
        Assert.Contains(auc.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Throws<NeptuneNotFoundException>(() => workspace.Open("DEMO-INCOME-2"));
    }

    [Fact]
    public void A_metric_that_is_no_number_never_passes()
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: double.NaN);
        Measure(0.99);
        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" />""";

        Assert.Equal("NEPB0015", workspace.Resolve().Error.Code);
    }

    [Fact]
    public void The_first_model_has_nothing_to_be_compared_with()
    {
        Measure(0.5);
        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" />""";

        var passed = workspace.Resolve().Clean();

        Assert.Contains(passed.Said, line => line.Contains("the gate is open", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_not_compared_with_itself()
    {
        workspace.Publish("INCOME", "older", ModelStage.Production, auc: 0.95);
        workspace.Publish("INCOME", "candidate", ModelStage.Production, auc: 0.90);
        Measure(0.90);
        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" />""";

        Assert.Contains("DEMO-INCOME-1 in Production has 0.95", workspace.Resolve().Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_may_name_the_version_to_compare_with()
    {
        workspace.Publish("INCOME", "first", auc: 0.80);
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: 0.95);
        Measure(0.90);

        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" Against="1" />""";
        workspace.Resolve().Clean();
        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" Against="7" />""";

        Assert.Equal("NEPB0016", workspace.Resolve().Error.Code);
    }

    [Fact]
    public void Gates_may_have_names_of_their_own_and_name_the_model_by_its_key()
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: 0.93);
        Measure(0.92);
        workspace.Items = Candidate + """
            <NeptuneGate Include="auc" Key="INCOME" Metric="test/auc" MinDelta="-0.02" />
            <NeptuneGate Include="auc, strictly" Key="INCOME" Metric="test/auc" />
            """;

        var failed = workspace.Resolve();

        Assert.Equal(("NEPB0015", 4), (failed.Error.Code, failed.Error.LineNumber));
        Assert.Contains(failed.Said, line => line.Contains("at least -0.02 is allowed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_is_checked_by_what_is_recorded_in_its_version()
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production, auc: 0.95);
        using (var next = workspace.Open(workspace.Publish("INCOME", "next", ModelStage.Staging)))
            next["test/auc"].Extend([0.5, 0.94]);
        workspace.Items = """<NeptuneModelReference Include="INCOME" Version="2" /><NeptuneGate Include="INCOME" Metric="test/auc" MinDelta="-0.02" />""";
        workspace.Resolve().Clean();

        workspace.Items = """<NeptuneModelReference Include="INCOME" Version="2" /><NeptuneGate Include="INCOME" Metric="test/auc" />""";

        Assert.Contains("0.94", workspace.Resolve().Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_one_of_the_two_has_not_is_an_error()
    {
        workspace.Publish("INCOME", "in use", ModelStage.Production);
        Measure(0.9);

        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/auc" />""";
        var baseline = workspace.Resolve().Error;
        workspace.Items = Candidate + """<NeptuneGate Include="INCOME" Metric="test/f1" />""";
        var candidate = workspace.Resolve().Error;

        Assert.Equal(("NEPB0016", "NEPB0016"), (baseline.Code, candidate.Code));
        Assert.Contains("DEMO-INCOME-1", baseline.Message, StringComparison.Ordinal);
        Assert.Contains("test/f1", candidate.Message, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();

    private void Measure(double auc) => workspace.Write("models/metrics.json", $$"""{ "test": { "auc": {{auc}} } }""");
}
