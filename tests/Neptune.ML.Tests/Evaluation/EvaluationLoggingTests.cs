using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Tests.Serving;

namespace Neptune.ML.Tests.Evaluation;

public sealed class EvaluationLoggingTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void One_call_on_scored_data_logs_metrics_matrix_report_and_charts_of_a_binary_classifier()
    {
        using var run = store.Run();
        var scored = Cancer();

        scored.LogEvaluationTo(run, "test");

        var metrics = ml.BinaryClassification.Evaluate(scored);
        Assert.Equal(metrics.AreaUnderRocCurve, run["test/auc"].Fetch<double>());
        Assert.Equal(metrics.LogLoss, run["test/log_loss"].Fetch<double>());
        Assert.Equal(metrics.ConfusionMatrix.Counts[0][0], run["test/true_positives"].Fetch<double>());
        Assert.Equal(metrics.PositiveRecall, run["test/classes/positive/recall"].Fetch<double>(), 1e-12);
        Assert.StartsWith("true \\ predicted,positive,negative\npositive,230,", Text(run, "test/confusion_matrix"));
        Assert.Contains("\nweighted average,", Text(run, "test/class_report"));
        Assert.StartsWith("threshold,true_positive_rate,", Text(run, "test/thresholds"));
        Assert.Equal(["calibration", "confusion_matrix", "lift", "precision_recall", "roc", "scores"], Charts(run, "test"));
        Assert.Equal("html", run["test/charts/roc"].FetchExtension());
    }

    [Fact]
    public void A_classifier_without_probabilities_is_evaluated_without()
    {
        using var run = store.Run();
        var data = Datasets.BreastCancer(ml);
        var scored = ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.AveragedPerceptron()).Fit(data).Transform(data);

        scored.LogEvaluationTo(run, "test");

        Assert.False(run.Exists("test/log_loss"));
        Assert.True(run["test/auc"].Fetch<double>() > 0.9);
        Assert.Equal(["confusion_matrix", "lift", "precision_recall", "roc", "scores"], Charts(run, "test"));
    }

    [Fact]
    public void Classes_of_a_multiclass_classifier_bear_their_names()
    {
        using var run = store.Run();
        var scored = Species();
        var metrics = ml.MulticlassClassification.Evaluate(scored, topKPredictionCount: 2);

        metrics.LogTo(run, "test", scored);

        Assert.Equal(metrics.MicroAccuracy, run["test/accuracy"].Fetch<double>());
        Assert.Equal(metrics.TopKAccuracy, run["test/top_2_accuracy"].Fetch<double>());
        Assert.Equal(metrics.PerClassLogLoss[1], run["test/classes/versicolor/log_loss"].Fetch<double>());
        Assert.Equal(50, run["test/classes/setosa/support"].Fetch<double>());
        Assert.StartsWith("true \\ predicted,setosa,versicolor,virginica\n", Text(run, "test/confusion_matrix"));
        Assert.Equal(["confusion_matrix", "roc"], Charts(run, "test"));
        Assert.Contains("versicolor (AUC", Text(run, "test/charts/roc"));
    }

    [Fact]
    public void Metrics_alone_have_the_names_of_the_classes_too()
    {
        using var run = store.Run();

        ml.MulticlassClassification.Evaluate(Species()).LogTo(run, "test");

        Assert.True(run.Exists("test/classes/virginica/f1"));
        Assert.Equal(["confusion_matrix"], Charts(run, "test"));
    }

    [Fact]
    public void A_regression_has_its_residuals_drawn()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);
        var scored = ml.Regression.Trainers.Sdca().Fit(data).Transform(data);

        scored.LogEvaluationTo(run, "test");

        Assert.Equal(ml.Regression.Evaluate(scored).RootMeanSquaredError, run["test/rmse"].Fetch<double>());
        Assert.Equal(["predicted_vs_actual", "residual_histogram", "residuals"], Charts(run, "test"));
    }

    [Fact]
    public void A_clustering_without_labels_has_no_mutual_information()
    {
        using var run = store.Run();
        var data = ml.Transforms.DropColumns("Label").Fit(Datasets.Iris(ml)).Transform(Datasets.Iris(ml));

        ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data).Transform(data).LogEvaluationTo(run, "test");

        Assert.True(double.IsNaN(run["test/nmi"].Fetch<double>()));
        Assert.True(run["test/average_distance"].Fetch<double>() > 0);
        Assert.True(run["test/davies_bouldin"].Fetch<double>() > 0);
        Assert.Equal(["cluster_sizes"], Charts(run, "test"));
    }

    [Fact]
    public void An_anomaly_detector_is_logged_with_its_curves()
    {
        using var run = store.Run();
        var scored = Anomalies();

        ml.AnomalyDetection.Evaluate(scored, falsePositiveCount: 20).LogTo(run, "test", scored);
        scored.LogEvaluationTo(run, "found");

        Assert.True(run["test/detection_rate"].Fetch<double>() > 0);
        Assert.Equal(run["test/auc"].Fetch<double>(), run["found/auc"].Fetch<double>());
        Assert.Equal(Charts(run, "test"), Charts(run, "found"));
        Assert.Equal(["lift", "precision_recall", "roc", "scores"], Charts(run, "test"));
    }

    [Fact]
    public void A_ranking_has_its_gain_at_each_place()
    {
        using var run = store.Run();

        Ranked().LogEvaluationTo(run, "test");

        Assert.InRange(run["test/ndcg@3"].Fetch<double>(), 0.9, 1);
        Assert.True(run.Exists("test/dcg@10"));
        Assert.Equal(["ndcg"], Charts(run, "test"));
    }

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there_and_the_program_goes_on()
    {
        using var log = new ListLoggerFactory();
        using var run = store.Run(options => options.Logger = log);

        Cancer().LogEvaluationTo(run, "test", new() { Score = "Margin" });

        const string Reason = "The scored data have no column Margin. Their columns are Label, Features, PredictedLabel, Score, Probability: name the right one in EvaluationColumns.";
        Assert.Equal($"test: {Reason}", Note(run));
        Assert.Contains((LogLevel.Warning, $"{run.Id}: test is not logged, or not all of it. {Reason}"), log.Messages);
    }

    [Fact]
    public void A_label_that_the_evaluator_does_not_take_is_a_note_that_says_what_to_do()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);

        ml.Regression.Trainers.Sdca().Fit(data).Transform(data).LogEvaluationTo(run, "test", new() { Label = "Features" });

        Assert.StartsWith("test: ArgumentOutOfRangeException: ", Note(run));
        Assert.EndsWith("If other columns are meant, name them in EvaluationColumns.", Note(run));
    }

    [Fact]
    public void Metrics_are_logged_when_the_scored_data_beside_them_lack_a_column()
    {
        using var run = store.Run();
        var scored = Cancer();

        ml.BinaryClassification.Evaluate(scored).LogTo(run, "test", ml.Transforms.DropColumns("Label").Fit(scored).Transform(scored));

        Assert.True(run["test/auc"].Fetch<double>() > 0.9);
        Assert.True(run.Exists("test/confusion_matrix"));
        Assert.StartsWith("test/charts: The scored data have no column Label.", Note(run));
    }

    [Fact]
    public void A_metric_whose_field_holds_something_else_costs_that_metric_only()
    {
        using var run = store.Run();
        run["test/auc"] = "excellent";

        Cancer().LogEvaluationTo(run, "test");

        Assert.True(run["test/accuracy"].Fetch<double>() > 0.9);
        Assert.True(run.Exists("test/charts/roc"));
        Assert.StartsWith("test/auc: ", Note(run));
    }

    [Fact]
    public void A_run_that_is_stopped_or_read_only_is_an_error()
    {
        var run = store.Run();
        run.Dispose();
        using var old = store.Run(options => (options.WithId, options.Mode) = (run.Id, ConnectionMode.ReadOnly));

        Assert.Throws<NeptuneStoppedException>(() => Cancer().LogEvaluationTo(run, "test"));
        Assert.Throws<NeptuneReadOnlyException>(() => Cancer().LogEvaluationTo(old, "test"));
    }

    [Theory]
    [InlineData(1, "No row has a negative label in the column Label, and ML.NET evaluates two classes only together. Evaluate rows of both.")]
    [InlineData(0, "No row has a positive label in the column Label, and ML.NET evaluates two classes only together. Evaluate rows of both.")]
    public void Of_rows_of_one_class_only_the_run_says_which_is_missing(int label, string message)
    {
        using var run = store.Run();
        var scored = ml.Data.FilterByCustomPredicate<OneLabel>(Cancer(), row => row.Label != (label == 1));

        scored.LogEvaluationTo(run, "test");

        Assert.Equal($"test: {message}", Note(run));
        Assert.False(run.Exists("test"));
    }

    [Theory]
    [InlineData("regression")]
    [InlineData("binary")]
    [InlineData("uncalibrated")]
    [InlineData("multiclass")]
    [InlineData("clustering")]
    [InlineData("ranking")]
    [InlineData("anomaly")]
    public void Of_no_rows_nothing_is_logged_but_that_there_were_none(string task)
    {
        using var log = new ListLoggerFactory();
        using var run = store.Run(options => options.Logger = log);
        var none = ml.Data.SkipRows(Scored(task), 1_000_000);

        none.LogEvaluationTo(run, "test");

        const string Reason = "There are no rows to evaluate, so there are no metrics. Check how the data were split or filtered.";
        Assert.False(run.Exists("test"));
        Assert.Equal($"test: {Reason}", Note(run));
        Assert.Contains((LogLevel.Warning, $"{run.Id}: test is not logged, or not all of it. {Reason}"), log.Messages);
    }

    [Fact]
    public void Metrics_of_no_rows_are_not_logged_beside_them()
    {
        using var run = store.Run();
        var none = ml.Data.SkipRows(Scored("regression"), 1_000_000);

        ml.Regression.Evaluate(none).LogTo(run, "test", none);

        Assert.False(run.Exists("test"));
        Assert.StartsWith("test: There are no rows to evaluate", Note(run));
    }

    [Fact]
    public void A_cross_validation_has_its_folds_their_mean_and_their_deviation()
    {
        using var run = store.Run();
        var folds = ml.BinaryClassification.CrossValidate(ml.Transforms.ReplaceMissingValues("Features").Fit(Datasets.BreastCancer(ml)).Transform(Datasets.BreastCancer(ml)), ml.BinaryClassification.Trainers.LbfgsLogisticRegression(), numberOfFolds: 3);

        folds.LogTo(run, "cross_validation");

        double[] aucs = [.. folds.Select(fold => fold.Metrics.AreaUnderRocCurve)];
        Assert.Equal(aucs, Enumerable.Range(0, 3).Select(i => run[$"folds/{i}/cross_validation/auc"].Fetch<double>()));
        Assert.Equal(aucs.Average(), run["cross_validation/auc"].Fetch<double>(), 1e-12);
        Assert.Equal(Math.Sqrt(aucs.Sum(auc => Math.Pow(auc - aucs.Average(), 2)) / 2), run["cross_validation/std/auc"].Fetch<double>(), 1e-12);
    }

    private IDataView Scored(string task)
    {
        switch (task)
        {
            case "binary":
                return Cancer();
            case "uncalibrated":
                return ml.Transforms.DropColumns("Probability").Fit(Cancer()).Transform(Cancer());
            case "multiclass":
                return Species();
            case "clustering":
                return ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(Datasets.Iris(ml)).Transform(Datasets.Iris(ml));
            case "ranking":
                return Ranked();
            case "anomaly":
                return Anomalies();
            default:
                var data = Datasets.Regression(ml);
                return ml.Regression.Trainers.Sdca().Fit(data).Transform(data);
        }
    }

    private IDataView Ranked()
    {
        var random = new Random(1);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new Result { GroupId = (uint)(i / 10) + 1, Features = [(float)random.NextDouble(), i % 5], Label = i % 5 }).ToArray());
        return ml.Transforms.Conversion.MapValueToKey("GroupId").Append(ml.Ranking.Trainers.FastTree(numberOfTrees: 5, numberOfLeaves: 4)).Fit(data).Transform(data);
    }

    private IDataView Anomalies()
    {
        var data = Datasets.BreastCancer(ml);
        return ml.Transforms.ReplaceMissingValues("Features").Append(ml.Transforms.Conversion.ConvertType("Label", outputKind: DataKind.Single))
            .Append(ml.AnomalyDetection.Trainers.RandomizedPca(rank: 3)).Fit(data).Transform(data);
    }

    private IDataView Cancer()
    {
        var data = Datasets.BreastCancer(ml);
        return ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(data).Transform(data);
    }

    private IDataView Species()
    {
        var data = Datasets.Iris(ml);
        var names = new Dictionary<float, string> { [0] = "setosa", [1] = "versicolor", [2] = "virginica" };
        return ml.Transforms.Conversion.MapValue("Label", names, "Label").Append(ml.Transforms.Conversion.MapValueToKey("Label"))
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy()).Fit(data).Transform(data);
    }

    private string Text(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllText(file);
    }

    private static string Note(Run run) => Assert.Single(run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>()).Value;

    private static IEnumerable<string> Charts(Run run, string path) =>
        ((IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)run.GetStructure()[path])["charts"]).Keys.Order(StringComparer.Ordinal);

    private sealed class OneLabel
    {
        public bool Label { get; set; }
    }

    private sealed class Result
    {
        public uint GroupId { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
