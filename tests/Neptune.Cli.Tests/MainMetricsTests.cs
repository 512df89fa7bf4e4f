using Neptune.Cli.Summaries;
using Neptune.Storage;

namespace Neptune.Cli.Tests;

public sealed class MainMetricsTests
{
    [Theory]
    [InlineData("test/auc, test/accuracy, test/f1", "train/auc", "test/f1", "test/auc", "validation/auc", "test/accuracy")]
    [InlineData("val/iou, val/custom", "val/custom", "params/lr", "val/iou", "val/seconds", "sys/size")]
    [InlineData("accuracy", "accuracy", "build/duration", "model/size", "data/mean")]
    [InlineData("val_accuracy, val_loss, accuracy", "loss", "accuracy", "val_loss", "val_accuracy")]
    [InlineData("cross_validation/rmse, cross_validation/std/rmse", "cross_validation/std/rmse", "cross_validation/rmse")]
    [InlineData("", "params/lr", "train/learning_rate", "progress", "monitoring/1/cpu")]
    public void Test_comes_before_validation_and_training_and_usual_metrics_before_others(string expected, params string[] paths)
    {
        var fields = paths.Select(path => new StoredField(path, FieldType.Float, Core.ScalarValue.Float(0.5), null, null));

        Assert.Equal(expected, string.Join(", ", MainMetrics.Of(fields, 3).Select(field => field.Path)));
    }

    [Fact]
    public void A_whole_number_is_a_metric_if_its_name_says_so()
    {
        var fields = new[] { "accuracy", "classes" }.Select(path => new StoredField(path, FieldType.Int, Core.ScalarValue.Int(1), null, null));

        Assert.Equal("accuracy 1", MainMetrics.TextOf(fields, 3));
    }

    [Theory]
    [InlineData("train/loss", "", "Train", "loss")]
    [InlineData("folds/0/validation/loss", "folds/0", "Validation", "loss")]
    [InlineData("evaluation/validation/auc", "evaluation", "Validation", "auc")]
    [InlineData("val_loss", "", "Validation", "loss")]
    [InlineData("head/Train_acc", "head", "Train", "acc")]
    [InlineData("loss/train", "", "Train", "loss")]
    [InlineData("train", "", "None", "train")]
    [InlineData("lr", "", "None", "lr")]
    public void A_path_tells_the_part_of_the_data_and_the_metric(string path, string ns, string split, string name) =>
        Assert.Equal(new MetricPath(ns, Enum.Parse<DataSplit>(split), name), MetricPath.Parse(path));

    [Theory]
    [InlineData("loss", false)]
    [InlineData("balanced_error_rate", false)]
    [InlineData("log-loss", false)]
    [InlineData("rmse", false)]
    [InlineData("auc", true)]
    [InlineData("log_loss_reduction", true)]
    [InlineData("top_5_accuracy", true)]
    [InlineData("ndcg@3", true)]
    [InlineData("gloss", null)]
    [InlineData("weight_norm", null)]
    public void A_name_tells_which_direction_is_better(string name, bool? isMoreBetter) => Assert.Equal(isMoreBetter, MetricName.IsMoreBetter(name));
}
