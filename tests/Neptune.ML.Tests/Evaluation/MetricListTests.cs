using System.Collections;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;

namespace Neptune.ML.Tests.Evaluation;

/// <summary>Compares with what the evaluators' classes hold, read by reflection, so that a metric that ML.NET adds is missed here.</summary>
public sealed class MetricListTests
{
    private readonly MLContext ml = new(seed: 1);

    [Fact]
    public void All_numbers_of_a_binary_classification_are_listed()
    {
        var data = ml.Transforms.ReplaceMissingValues("Features").Fit(Datasets.BreastCancer(ml)).Transform(Datasets.BreastCancer(ml));
        var metrics = ml.BinaryClassification.Evaluate(ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data).Transform(data));

        AssertListsAll(MetricList.Of(metrics), metrics);
    }

    [Fact]
    public void All_numbers_of_a_multiclass_classification_but_those_of_its_classes_are_listed()
    {
        var data = ml.Transforms.Conversion.MapValueToKey("Label").Fit(Datasets.Iris(ml)).Transform(Datasets.Iris(ml));
        var metrics = ml.MulticlassClassification.Evaluate(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Fit(data).Transform(data), topKPredictionCount: 2);

        AssertListsAll(MetricList.Of(metrics), metrics, except: [nameof(metrics.PerClassLogLoss), nameof(metrics.TopKPredictionCount)]);
        Assert.Equal(metrics.TopKAccuracy, MetricList.Of(metrics).Single(m => m.Name == "top_2_accuracy").Value);
    }

    [Fact]
    public void All_numbers_of_a_regression_are_listed()
    {
        var data = Datasets.Regression(ml);
        var metrics = ml.Regression.Evaluate(ml.Regression.Trainers.Sdca().Fit(data).Transform(data));

        AssertListsAll(MetricList.Of(metrics), metrics);
    }

    [Fact]
    public void All_numbers_of_a_clustering_are_listed()
    {
        var data = Datasets.Iris(ml);
        var metrics = ml.Clustering.Evaluate(ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(data).Transform(data), scoreColumnName: "Score", featureColumnName: "Features");

        AssertListsAll(MetricList.Of(metrics), metrics);
    }

    [Fact]
    public void All_numbers_of_an_anomaly_detection_are_listed()
    {
        var data = Datasets.BreastCancer(ml);
        var pipeline = ml.Transforms.ReplaceMissingValues("Features").Append(ml.Transforms.Conversion.ConvertType("Label", outputKind: DataKind.Single)).Append(ml.AnomalyDetection.Trainers.RandomizedPca(rank: 3));
        var metrics = ml.AnomalyDetection.Evaluate(pipeline.Fit(data).Transform(data));

        AssertListsAll(MetricList.Of(metrics), metrics);
    }

    [Fact]
    public void All_numbers_of_a_ranking_are_listed()
    {
        var rows = Datasets.Iris(ml);
        var data = ml.Transforms.CustomMapping<Flower, Query>((row, query) => query.GroupId = (uint)(row.Features[0] * 10) % 7, null)
            .Append(ml.Transforms.Conversion.MapValueToKey("GroupId")).Append(ml.Transforms.Conversion.MapValueToKey("Label")).Fit(rows).Transform(rows);
        var metrics = ml.Ranking.Evaluate(ml.Ranking.Trainers.FastTree(rowGroupColumnName: "GroupId", minimumExampleCountPerLeaf: 2).Fit(data).Transform(data), rowGroupColumnName: "GroupId");

        AssertListsAll(MetricList.Of(metrics), metrics);
        Assert.Contains(MetricList.Of(metrics), m => m.Name == "ndcg@1");
    }

    private static void AssertListsAll(IReadOnlyList<Metric> listed, object metrics, string[]? except = null)
    {
        var held = metrics.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => except?.Contains(p.Name) != true && p.PropertyType != typeof(ConfusionMatrix))
            .SelectMany(p => p.GetValue(metrics) switch { double one => [one], IEnumerable many => many.Cast<double>(), _ => [] })
            .ToArray();

        Assert.NotEmpty(held);
        Assert.All(held, value => Assert.Contains(value, listed.Select(m => m.Value)));
        Assert.Equal(listed.Count, listed.Select(m => m.Name).Distinct().Count());
    }

    private sealed class Flower
    {
        [VectorType(4)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Query
    {
        public uint GroupId { get; set; }
    }
}
