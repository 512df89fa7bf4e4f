using Microsoft.ML;

namespace Neptune.ML.Tests.Trials;

// The same shapes as in Microsoft.ML.AutoML and Microsoft.ML.Vision, which are not on every feed. Names are theirs, as the integration reads by name.

public interface IMonitor
{
    void ReportCompletedTrial(TrialResult result);

    void ReportBestTrial(TrialResult result);

    void ReportFailTrial(TrialResult result);

    void ReportRunningTrial(TrialSettings setting);
}

public sealed class TrialSettings
{
    public int TrialId { get; set; }

    public Dictionary<string, object> Parameter { get; set; } = [];
}

public class TrialResult
{
    public TrialSettings TrialSettings { get; set; } = new();

    public double Metric { get; set; }

    public double Loss { get; set; }

    public double DurationInMilliseconds { get; set; }

    public double? PeakCpu { get; set; }
}

public sealed class RunDetail<TMetrics>
{
    public string TrainerName { get; init; } = "";

    public double RuntimeInSeconds { get; init; }

    public IEstimator<ITransformer>? Estimator { get; init; }

    public TMetrics? ValidationMetrics { get; init; }

    public Exception? Exception { get; init; }
}

public static class Experiment
{
    public static void Execute<TMetrics>(IProgress<RunDetail<TMetrics>> progressHandler, RunDetail<TMetrics> detail) => progressHandler.Report(detail);
}

public sealed class ImageClassificationMetrics
{
    public TrainMetrics? Train { get; init; }

    public BottleneckMetrics? Bottleneck { get; init; }
}

public sealed class TrainMetrics
{
    public Dataset DatasetUsed { get; init; }

    public int Epoch { get; init; }

    public float Accuracy { get; init; }

    public float CrossEntropy { get; init; }

    public float LearningRate { get; init; }
}

public sealed class BottleneckMetrics
{
    public Dataset DatasetUsed { get; init; }

    public int Index { get; init; }
}

public enum Dataset
{
    Train,
    Validation,
}
