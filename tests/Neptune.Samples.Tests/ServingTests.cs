namespace Neptune.Samples.Tests;

public sealed class ServingTests : IDisposable
{
    private readonly Sample sample = new();

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Versions_are_promoted_under_load_and_no_request_fails()
    {
        var printed = sample.Run("Serving");

        Assert.Contains(" answered, 0 failed", printed);
        Assert.All(["SMP-INCOME-1", "SMP-INCOME-2", "SMP-INCOME-3"], version => Assert.Matches($"{version} +answered +[1-9]", printed));
        Assert.Contains("SMP-INCOME-1 answers now, after SMP-INCOME-3", printed);
    }
}
