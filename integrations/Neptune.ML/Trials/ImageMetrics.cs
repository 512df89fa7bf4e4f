using Neptune.ML.Pipelines;
using Neptune.ML.Training;

namespace Neptune.ML.Trials;

/// <summary>
/// Logs what the image classification trainer of Microsoft.ML.Vision tells its metrics callback: while it computes features
/// (<c>Bottleneck</c>: which image of which data set), then once an epoch (<c>Train</c>: accuracy and cross entropy of each data set).
/// </summary>
internal static class ImageMetrics
{
    public static void Write(RunScope scope, CurveWriter curves, object metrics)
    {
        if (Members.Read(metrics, "Train") is { } train && Members.ReadNumber(train, "Epoch") is { } epoch)
        {
            var split = SplitOf(train);
            Append(curves, $"{split}/accuracy", epoch, Members.ReadNumber(train, "Accuracy"));
            Append(curves, $"{split}/loss", epoch, Members.ReadNumber(train, "CrossEntropy"));
            Append(curves, $"{split}/learning_rate", epoch, Members.ReadNumber(train, "LearningRate"));
        }
        else if (Members.Read(metrics, "Bottleneck") is { } bottleneck && Members.ReadNumber(bottleneck, "Index") is { } index)
        {
            scope.Assign($"{SplitOf(bottleneck)}/featurized_images", (long)index);
        }
    }

    private static string SplitOf(object metrics) => Members.Read(metrics, "DatasetUsed")?.ToString() == "Validation" ? "validation" : "train";

    private static void Append(CurveWriter curves, string path, double step, double? value)
    {
        if (value is { } number)
            curves.Append(path, step, number, DateTimeOffset.UtcNow);
    }
}
