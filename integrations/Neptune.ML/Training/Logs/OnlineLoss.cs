using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Logs;

/// <summary>
/// Logs the epochs of the online linear trainers. Averaged perceptron and online gradient descent ask a loss function about every row, so one
/// that passes the question on sums up the training loss of the epoch without another pass; linear SVM has none and only counts epochs.
/// </summary>
internal sealed partial class OnlineLoss : ITrainingSource
{
    private const string LossField = "LossFunction";

    private readonly StageLog log;
    private readonly Repeats? repeats;
    private readonly double? epochs;
    private readonly IEstimator<ITransformer> trainer;
    private readonly FieldInfo? lossField;
    private readonly object? asked;
    private readonly LossSum? loss;
    private int repeat = -1;

    private OnlineLoss(IEstimator<ITransformer> trainer, Repeats? repeats, StageLog log)
    {
        this.log = log;
        this.repeats = repeats;
        this.trainer = trainer;
        epochs = IterationCount.Of(trainer);
        lossField = Members.Field(trainer.GetType(), LossField);
        asked = lossField?.GetValue(trainer);
        loss = LossSum.Around(asked);
        if (loss is not null)
            lossField!.SetValue(trainer, loss);
    }

    /// <summary>Null for other trainers.</summary>
    public static OnlineLoss? For(IEstimator<ITransformer> stage, DataViewSchema input, TrainingLog messages, StageLog log)
    {
        var trainer = InnerTrainer.WithInner(stage).Last();
        if (!IsOnline(trainer.GetType()))
            return null;
        var source = new OnlineLoss(trainer, Repeats.Of(stage, input), log);
        messages.Listen(source.Read);
        return source;
    }

    public void Poll()
    {
    }

    public void Dispose()
    {
        if (loss is not null)
            lossField!.SetValue(trainer, asked);
    }

    private static bool IsOnline(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(OnlineLinearTrainer<,>))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"(Starting|Finished) training iteration (\d+)")]
    private static partial Regex Epoch();

    private void Read(LoggingEventArgs message)
    {
        if (Epoch().Match(message.RawMessage) is not { Success: true } found || !int.TryParse(found.Groups[2].ValueSpan, out var epoch))
            return;
        if (found.Groups[1].Value == "Starting")
        {
            loss?.Restart();
            if (epoch == 1)
                repeat++;
            return;
        }
        var time = DateTimeOffset.UtcNow;
        if (loss is { Count: > 0 } && (repeats is null ? "" : repeats.PathOf(repeat) is { } path ? path + "/" : null) is { } prefix)
            log.Curves.Append($"{prefix}train/loss", epoch, loss.Mean, time);
        log.Progress.Report(epoch, epochs, time, repeats, repeat);
    }
}
