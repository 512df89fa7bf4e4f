using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests.Trials;

public sealed class TrialTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void Each_trial_of_an_experiment_is_a_child_run_and_a_row_of_the_table()
    {
        using var run = store.Run();
        var monitor = new NeptuneTrials(new NeptuneCallback(run)).Monitor<IMonitor>();

        Trial(monitor, id: 0, leaves: 4, metric: 0.8);
        Trial(monitor, id: 1, leaves: 8, metric: 0.9);

        Assert.Equal(2, run["trials/count"].Fetch<int>());
        Assert.Equal([0.8, 0.9], run["trials/metric"].FetchValues<double>().Select(point => point.Value));
        Assert.Equal(1, run["trials/best/trial"].Fetch<int>());
        using var best = store.Run(options => (options.WithId, options.Mode) = (run["trials/best/run"].Fetch<string>(), ConnectionMode.ReadOnly));
        Assert.Equal(run.Id, best["parent/id"].Fetch<string>());
        Assert.Equal(8, best["params/trees/leaves"].Fetch<int>());
        Assert.Equal("completed", best["status"].Fetch<string>());
        Assert.Equal(1.5, best["duration"].Fetch<double>());
        Assert.Equal(
            ["trial,run,status,metric,loss,seconds,pipeline", $"0,{Child(run, 0)},completed,0.8,-0.8,1.5,", $"1,{best.Id},completed,0.9,-0.9,1.5,"],
            Table(run));
    }

    [Fact]
    public void A_trial_that_failed_says_so()
    {
        using var run = store.Run();
        var monitor = new NeptuneTrials(new NeptuneCallback(run)).Monitor<IMonitor>();
        var settings = new TrialSettings { TrialId = 3 };

        monitor.ReportRunningTrial(settings);
        monitor.ReportFailTrial(new() { TrialSettings = settings, Metric = double.NaN });

        Assert.Contains("3,", Table(run)[1]);
        Assert.Contains("failed", Table(run)[1]);
    }

    [Fact]
    public void The_older_API_reports_to_the_same_log_as_its_progress_is_contravariant()
    {
        using var run = store.Run();
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        var estimator = ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var metrics = ml.BinaryClassification.Evaluate(estimator.Fit(rows).Transform(rows));

        Experiment.Execute(new NeptuneTrials(new NeptuneCallback(run)), new RunDetail<BinaryClassificationMetrics> { TrainerName = "LbfgsLogisticRegression", RuntimeInSeconds = 2, Estimator = estimator, ValidationMetrics = metrics });

        using var child = store.Run(options => (options.WithId, options.Mode) = (Child(run, 0), ConnectionMode.ReadOnly));
        Assert.Equal("LbfgsLogisticRegressionBinary", child["params/trainer/name"].Fetch<string>());
        Assert.Equal(metrics.AreaUnderRocCurve, child["validation/auc"].Fetch<double>());
        Assert.Equal(2, child["duration"].Fetch<double>());
    }

    [Fact]
    public void Image_classification_reports_its_epochs()
    {
        using var run = store.Run();
        Action<ImageClassificationMetrics> report = new NeptuneCallback(run).ReportImageMetrics;

        report(new() { Bottleneck = new() { Index = 17 } });
        report(new() { Train = new() { Epoch = 0, Accuracy = 0.5f, CrossEntropy = 0.7f, LearningRate = 0.01f } });
        report(new() { Train = new() { Epoch = 0, DatasetUsed = Dataset.Validation, Accuracy = 0.25f } });
        report(new() { Train = new() { Epoch = 1, Accuracy = 0.75f, CrossEntropy = 0.6f } });

        Assert.Equal(17, run["train/featurized_images"].Fetch<int>());
        Assert.Equal([0.5, 0.75], run["train/accuracy"].FetchValues<double>().Select(point => point.Value));
        Assert.Equal(0.25, run["validation/accuracy"].FetchLast<double>());
    }

    private static void Trial(IMonitor monitor, int id, int leaves, double metric)
    {
        var settings = new TrialSettings { TrialId = id, Parameter = new() { ["trees"] = new Dictionary<string, object> { ["leaves"] = leaves, ["rate"] = 0.1 } } };
        var result = new TrialResult { TrialSettings = settings, Metric = metric, Loss = -metric, DurationInMilliseconds = 1500, PeakCpu = 0.4 };
        monitor.ReportRunningTrial(settings);
        monitor.ReportCompletedTrial(result);
        monitor.ReportBestTrial(result);
    }

    private static string Child(Run run, int trial) => Table(run)[trial + 1].Split(',')[1];

    private static string[] Table(Run run)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        run["trials/table"].Download(file);
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        return lines;
    }
}
