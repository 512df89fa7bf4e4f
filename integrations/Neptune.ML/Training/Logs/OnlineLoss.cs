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
    private const string Iteration = "training iteration";

    private readonly StageLog log;
    private readonly Repeats? repeats;
    private readonly double? epochs;
    private readonly IEstimator<ITransformer> trainer;
    private readonly FieldInfo? lossField;
    private readonly object? asked;
    private readonly LossSum? loss;
    private readonly Handover<Message> messages = new();
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

    /// <summary>Whether a trainer has a loss function that can be listened to.</summary>
    public static bool Has(IEstimator<ITransformer> trainer) => IsOnline(trainer.GetType()) && LossSum.Around(Members.Field(trainer.GetType(), LossField)?.GetValue(trainer)) is not null;

    /// <summary>Null for other trainers.</summary>
    public static OnlineLoss? For(IEstimator<ITransformer> stage, DataViewSchema input, TrainingLog messages, StageLog log)
    {
        var trainer = InnerTrainer.WithInner(stage).Last();
        if (!IsOnline(trainer.GetType()))
            return null;
        var source = new OnlineLoss(trainer, Repeats.Of(stage, input), log);
        messages.Listen(source.Hear);
        return source;
    }

    public void Poll()
    {
        foreach (var message in messages.Take())
            Read(message);
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

    [GeneratedRegex(@"(?:(?<start>Starting)|Finished) training iteration (?<epoch>\d+)(?:; iterated over (?<rows>\d+))?")]
    private static partial Regex Epoch();

    /// <summary>On the thread that trains: the loss of the epoch is what was added up since the message before.</summary>
    private void Hear(LoggingEventArgs message)
    {
        if (message.RawMessage.Contains(Iteration, StringComparison.Ordinal))
            messages.Add(new(message.RawMessage, loss?.Take(), DateTimeOffset.UtcNow));
    }

    private void Read(Message message)
    {
        if (Epoch().Match(message.Text) is not { Success: true } found || !int.TryParse(found.Groups["epoch"].ValueSpan, out var epoch))
            return;
        if (found.Groups["start"].Success)
        {
            if (epoch == 1)
                repeat++;
            return;
        }
        if (message.Loss is { } sum && long.TryParse(found.Groups["rows"].ValueSpan, out var rows) && rows > 0 && Repeats.PrefixOf(repeats, repeat) is { } prefix)
            log.Curves.Append($"{prefix}train/loss", epoch, sum / rows, message.Time);
        log.Progress.Report(epoch, epochs, message.Time, repeats, repeat);
    }

    private sealed record Message(string Text, double? Loss, DateTimeOffset Time);
}
