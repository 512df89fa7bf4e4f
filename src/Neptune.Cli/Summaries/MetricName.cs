namespace Neptune.Cli.Summaries;

/// <summary>What the name of a metric says: whether more of it is better, and how telling it is beside others.</summary>
internal static class MetricName
{
    /// <summary>The usual ones, the most telling of each task first.</summary>
    private static readonly string[] Telling =
    [
        "auc", "roc_auc", "auroc", "accuracy", "acc", "f1", "f1_score", "macro_accuracy", "balanced_accuracy", "r2", "rmse", "mae", "mape", "ndcg@10", "ndcg@5", "ndcg@3", "ndcg", "map", "mrr",
        "iou", "dice", "bleu", "rouge", "nmi", "silhouette", "detection_rate", "perplexity", "log_loss", "loss", "error_rate", "mse", "davies_bouldin", "average_distance",
        "auc_pr", "average_precision", "precision", "recall",
    ];

    private static readonly string[] LessIsBetter = ["loss", "error", "error_rate", "mae", "mse", "rmse", "mape", "perplexity", "davies_bouldin", "average_distance", "wer", "cer", "fid"];

    private static readonly string[] MoreIsBetter =
        ["auc", "auroc", "auc_pr", "accuracy", "acc", "f1", "score", "r2", "map", "mrr", "iou", "dice", "bleu", "rouge", "nmi", "silhouette", "precision", "recall", "rate", "reduction"];

    private static readonly string[] NoMetrics = ["duration", "seconds", "seconds_left", "time", "progress", "epoch", "step", "rows", "size", "lr", "learning_rate", "support", "memory"];

    /// <summary>Where the metric stands among the usual ones; behind them when it is none.</summary>
    public static int RankOf(string name) => Array.IndexOf(Telling, Plain(name)) is >= 0 and var rank ? rank : Telling.Length;

    public static bool IsUsual(string name) => RankOf(name) < Telling.Length;

    /// <summary>Whether a number of that name measures how training goes and not how good the model is.</summary>
    public static bool IsNoMetric(string name) => EndsWith(name, NoMetrics);

    /// <summary>Whether more is better; <c>null</c> when the name does not tell.</summary>
    public static bool? IsMoreBetter(string name)
    {
        if (EndsWith(name, LessIsBetter))
            return false;
        return EndsWith(name, MoreIsBetter) || Plain(name).StartsWith("ndcg", StringComparison.Ordinal) || Plain(name).StartsWith("dcg", StringComparison.Ordinal) ? true : null;
    }

    private static bool EndsWith(string name, string[] words) =>
        words.Any(word => Plain(name) is var plain && plain.EndsWith(word, StringComparison.Ordinal) && (plain.Length == word.Length || plain[^(word.Length + 1)] == '_'));

    private static string Plain(string name) => name.Replace('-', '_').ToLowerInvariant();
}
