using Microsoft.ML;

namespace Neptune.ML.Tests.Training;

public sealed class ProgressTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("SdcaLogisticRegression", 8)]
    [InlineData("LbfgsLogisticRegression", 15)]
    [InlineData("SgdCalibrated", 11)]
    [InlineData("FieldAwareFactorizationMachine", 12)]
    public void A_trainer_that_reports_its_loss_has_a_point_per_iteration(string trainer, int points)
    {
        using var run = store.Run();

        Fit(run, trainer);

        var loss = run["train/loss"].FetchValues<double>();
        Assert.Equal(points, loss.Count);
        Assert.True(loss.Values[^1] < loss.Values[0]);
    }

    private static void Fit(Run run, string trainer)
    {
        var ml = new MLContext(seed: 1);
        TrainerCases.Named(trainer).Make(ml).Fit(SampleRows.Load(ml), new NeptuneCallback(run));
    }
}
