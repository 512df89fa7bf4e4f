using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests.Evaluation;

public sealed class PooledFoldsTests : IDisposable
{
    private const string Pooled = "cv/pooled";

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_binary_classifier_is_evaluated_on_all_rows_as_the_folds_scored_them_that_did_not_see_them()
    {
        using var run = store.Run();
        var folds = ml.BinaryClassification.CrossValidate(Datasets.BreastCancer(ml), Scaled().Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()), numberOfFolds: 3);

        folds.LogEvaluationTo(run, "cv");

        var rows = folds.SelectMany(fold => ml.Data.CreateEnumerable<BinaryRow>(fold.ScoredHoldOutSet, reuseRowObject: false)).ToArray();
        var expected = ml.BinaryClassification.Evaluate(ml.Data.LoadFromEnumerable(rows));
        Assert.Equal(Datasets.BreastCancer(ml).GetColumn<bool>("Label").Count(), rows.Length);
        Assert.Equal(rows.Length, run[$"{Pooled}/rows"].Fetch<int>());
        Assert.Equal(expected.AreaUnderRocCurve, Number(run, "auc"));
        Assert.Equal(expected.AreaUnderPrecisionRecallCurve, Number(run, "auc_pr"));
        Assert.Equal(expected.LogLoss, Number(run, "log_loss"));
        Assert.Equal(expected.ConfusionMatrix.Counts[1][0], Number(run, "false_positives"));
        Assert.Equal(expected.PositiveRecall, Number(run, "classes/positive/recall"), 1e-12);
        Assert.Equal(folds.Average(fold => fold.Metrics.AreaUnderRocCurve), run["cv/auc"].Fetch<double>(), 1e-12);
        Assert.Equal(folds[2].Metrics.AreaUnderRocCurve, run["folds/2/cv/auc"].Fetch<double>());
        Assert.Equal(["calibration", "confusion_matrix", "lift", "precision_recall", "roc", "scores"], Charts(run));
        foreach (var line in (string[])["fold 0 (AUC", "fold 2 (AUC", $"all folds (AUC {expected.AreaUnderRocCurve.ToString("0.####", CultureInfo.InvariantCulture)})"])
            Assert.Contains(line, Text(run, "charts/roc"));
    }

    [Fact]
    public void Each_row_is_scored_once()
    {
        using var run = store.Run();
        var scored = 0;
        var data = Datasets.BreastCancer(ml);
        var folds = ml.BinaryClassification.CrossValidateNonCalibrated(data, Scaled().Append(ml.BinaryClassification.Trainers.AveragedPerceptron())
            .Append(ml.Transforms.CustomMapping<Margin, Margin>((from, to) => (to.Score, scored) = (from.Score, scored + 1), null)), numberOfFolds: 3);
        var before = scored;

        folds.LogEvaluationTo(run, "cv");

        Assert.Equal(data.GetColumn<bool>("Label").Count(), scored - before);
        Assert.False(run.Exists($"{Pooled}/log_loss"));
    }

    [Fact]
    public void Classes_are_matched_by_name_where_folds_number_them_differently_or_lack_some()
    {
        using var run = store.Run();
        // Sorted by class, each fold meets the classes in another order; the last one is so rare that one fold does not learn it.
        var random = new Random(3);
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 301).Select(i => i == 300 ? 3 : random.Next(3)).Select(kind =>
            new Flower { Label = $"kind {kind}", Features = [kind + (random.NextSingle() * 1.5f), -kind * random.NextSingle()] }).ToArray());
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy()).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var folds = ml.MulticlassClassification.CrossValidate(data, pipeline, numberOfFolds: 4);

        folds.LogEvaluationTo(run, "cv");

        var orders = folds.Select(fold => string.Join(',', Names(fold.ScoredHoldOutSet.Schema["Label"]))).Distinct().ToArray();
        Assert.True(orders.Length > 1, "The folds number their classes alike: the test shows nothing.");
        var right = folds.Sum(fold => fold.ScoredHoldOutSet.GetColumn<ReadOnlyMemory<char>>("PredictedLabel")
            .Zip(Truth(fold.ScoredHoldOutSet), (guess, truth) => guess.ToString() == truth ? 1 : 0).Sum());
        var rows = folds.Sum(fold => Truth(fold.ScoredHoldOutSet).Count(truth => truth is not null));
        Assert.Equal((double)right / rows, Number(run, "accuracy"), 1e-12);
        Assert.Equal(rows, run[$"{Pooled}/rows"].Fetch<int>());
        Assert.Equal(["confusion_matrix", "roc"], Charts(run));
        Assert.Contains("kind 2 (AUC", Text(run, "charts/roc"));
    }

    [Fact]
    public void A_multiclass_evaluation_is_that_of_the_rows_together()
    {
        using var run = store.Run();
        var data = ml.Transforms.Conversion.MapValueToKey("Label").Fit(Datasets.Iris(ml)).Transform(Datasets.Iris(ml));
        var folds = ml.MulticlassClassification.CrossValidate(data, ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(), numberOfFolds: 3);

        folds.LogEvaluationTo(run, "cv");

        // Keys are read as they are, counted from 1, and made from numbers that count from 0.
        var rows = folds.SelectMany(fold => ml.Data.CreateEnumerable<MulticlassRow>(fold.ScoredHoldOutSet, reuseRowObject: false)).ToArray();
        foreach (var row in rows)
            row.Label--;
        var expected = ml.MulticlassClassification.Evaluate(ml.Data.LoadFromEnumerable(rows), topKPredictionCount: 2);
        Assert.True(expected.MacroAccuracy > 0.9);
        Assert.Equal(expected.LogLoss, Number(run, "log_loss"), 1e-12);
        Assert.Equal(expected.MicroAccuracy, Number(run, "accuracy"), 1e-12);
        Assert.Equal(expected.MacroAccuracy, Number(run, "macro_accuracy"), 1e-12);
        Assert.Equal(expected.TopKAccuracy, Number(run, "top_2_accuracy"), 1e-12);
        Assert.Equal(50, Number(run, "classes/1/support"));
    }

    [Fact]
    public void A_regression_has_all_its_residuals_drawn()
    {
        using var run = store.Run();
        var data = Datasets.Regression(ml);
        var folds = ml.Regression.CrossValidate(data, ml.Regression.Trainers.Sdca(), numberOfFolds: 4);

        folds.LogEvaluationTo(run, "cv");

        var rows = folds.SelectMany(fold => ml.Data.CreateEnumerable<RegressionRow>(fold.ScoredHoldOutSet, reuseRowObject: false)).ToArray();
        var expected = ml.Regression.Evaluate(ml.Data.LoadFromEnumerable(rows));
        Assert.Equal(expected.RootMeanSquaredError, Number(run, "rmse"));
        Assert.Equal(expected.RSquared, Number(run, "r2"));
        Assert.Equal(["predicted_vs_actual", "residual_histogram", "residuals"], Charts(run));
    }

    [Fact]
    public void A_ranking_keeps_the_groups_of_different_folds_apart()
    {
        using var run = store.Run();
        var random = new Random(1);
        // Few rows of a group, so that its place among the others counts.
        var data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(i => new Result { Query = $"q{i / 5}", Features = [random.NextSingle(), i % 5], Label = random.Next(3) }).ToArray());
        var keyed = ml.Transforms.Conversion.MapValueToKey("GroupId", "Query").Fit(data).Transform(data);
        var folds = ml.Ranking.CrossValidate(keyed, ml.Ranking.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4, minimumExampleCountPerLeaf: 2), numberOfFolds: 3);

        folds.LogEvaluationTo(run, "cv");

        var groups = folds.Select(fold => (double)fold.ScoredHoldOutSet.GetColumn<uint>("GroupId").Distinct().Count()).ToArray();
        Assert.Equal(80, groups.Sum());
        var expected = folds.Zip(groups, (fold, count) => fold.Metrics.NormalizedDiscountedCumulativeGains[0] * count).Sum() / groups.Sum();
        Assert.Equal(expected, Number(run, "ndcg@1"), 1e-9);
        Assert.Equal(["ndcg"], Charts(run));
    }

    [Fact]
    public void Clusters_of_different_folds_are_not_thrown_together()
    {
        using var run = store.Run();
        var folds = ml.Clustering.CrossValidate(Datasets.Iris(ml), ml.Clustering.Trainers.KMeans(numberOfClusters: 3), numberOfFolds: 3, labelColumnName: "Label", featuresColumnName: "Features");

        folds.LogEvaluationTo(run, "cv");

        Assert.Equal(folds.Average(fold => fold.Metrics.AverageDistance), run["cv/average_distance"].Fetch<double>(), 1e-12);
        Assert.False(run.Exists(Pooled));
        Assert.Contains("cv/pooled: clusters of one fold are not those of another", Assert.Single(run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>()).Value);
    }

    [Fact]
    public void Columns_that_are_called_otherwise_are_named()
    {
        using var run = store.Run();
        var data = ml.Transforms.CopyColumns("Malignant", "Label").Append(ml.Transforms.DropColumns("Label")).Fit(Datasets.BreastCancer(ml)).Transform(Datasets.BreastCancer(ml));
        var folds = ml.BinaryClassification.CrossValidate(data, Scaled().Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Malignant")), numberOfFolds: 2, labelColumnName: "Malignant");

        folds.LogEvaluationTo(run, "cv");
        Assert.False(run.Exists(Pooled));
        folds.LogEvaluationTo(run, "cv", new() { Label = "Malignant" });

        Assert.StartsWith("cv/pooled: The scored data have no column Label.", Assert.Single(run["monitoring/neptune/mlnet/fallbacks"].FetchValues<string>()).Value);
        Assert.Equal(folds.Average(fold => fold.Metrics.AreaUnderRocCurve), run["cv/auc"].Fetch<double>(), 1e-12);
        Assert.True(Number(run, "auc") > 0.9);
    }

    private Microsoft.ML.Transforms.MissingValueReplacingEstimator Scaled() => ml.Transforms.ReplaceMissingValues("Features");

    private static double Number(Run run, string name) => run[$"{Pooled}/{name}"].Fetch<double>();

    private static IEnumerable<string> Charts(Run run) =>
        ((IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)run.GetStructure()["cv"])["pooled"])["charts"]).Keys.Order(StringComparer.Ordinal);

    private string Text(Run run, string name)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[$"{Pooled}/{name}"].Download(file);
        return File.ReadAllText(file);
    }

    private static string[] Names(DataViewSchema.Column key)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        key.GetKeyValues(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private static IEnumerable<string?> Truth(IDataView scored)
    {
        var names = Names(scored.Schema["Label"]);
        return scored.GetColumn<uint>("Label").Select(key => key == 0 ? null : names[key - 1]);
    }

    private sealed class BinaryRow
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }

    private sealed class MulticlassRow
    {
        [KeyType(3)]
        public uint Label { get; set; }

        [VectorType(3)]
        public float[] Score { get; set; } = [];

        [KeyType(3)]
        public uint PredictedLabel { get; set; }
    }

    private sealed class RegressionRow
    {
        public float Label { get; set; }

        public float Score { get; set; }
    }

    private sealed class Margin
    {
        public float Score { get; set; }
    }

    private sealed class Flower
    {
        public string Label { get; set; } = "";

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Result
    {
        public string Query { get; set; } = "";

        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
