using System.Globalization;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Logs;

/// <summary>
/// Logs the metrics that FastTree computes every so many trees when its option <c>TestFrequency</c> asks for it. Where the user has not set the
/// option, it is set for the time of the training; the trees are the same.
/// </summary>
internal sealed class FastTreeReports : ITrainingSource
{
    private const string FrequencyOption = "TestFrequency";
    private const string TreesOption = "NumberOfTrees";
    private const int DefaultReports = 20;
    private const string BoosterType = "BoostedTreeOptions";
    private const string LastMessage = "Channel finished";

    private readonly object options;
    private readonly FieldInfo frequencyField;
    private readonly int askedFrequency;
    private readonly int frequency;
    private readonly int trees;
    private readonly StageLog log;
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private string? channel;
    private int reports;

    private FastTreeReports(object options, FieldInfo frequencyField, int trees, StageLog log)
    {
        this.options = options;
        this.frequencyField = frequencyField;
        this.trees = trees;
        this.log = log;
        askedFrequency = (int)frequencyField.GetValue(options)!;
        frequency = askedFrequency < trees ? askedFrequency : log.Options.EveryIterations ?? Math.Max(1, trees / DefaultReports);
        frequencyField.SetValue(options, frequency);
    }

    /// <summary>Null for other trainers. Forests have the option too, but report nothing.</summary>
    public static FastTreeReports? For(IEstimator<ITransformer> stage, TrainingLog messages, StageLog log)
    {
        if (TrainerOptions.Of(stage) is not { } options || !Bases(options.GetType()).Any(type => type.Name == BoosterType))
            return null;
        if (Members.Field(options.GetType(), FrequencyOption) is not { } field || Members.Field(options.GetType(), TreesOption)?.GetValue(options) is not int trees)
        {
            log.Note($"no metrics per tree: {options.GetType().FullName} has no {FrequencyOption} or no {TreesOption}");
            return null;
        }
        var source = new FastTreeReports(options, field, trees, log);
        messages.Listen(source.Read);
        return source;
    }

    public void Poll()
    {
    }

    public void Dispose() => Restore();

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            yield return at;
    }

    /// <summary>Trees keep their options as text, which they write down when the channel that reports has ended.</summary>
    private void Restore() => frequencyField.SetValue(options, askedFrequency);

    private void Read(LoggingEventArgs message)
    {
        if (message.Source == channel && message.RawMessage.StartsWith(LastMessage, StringComparison.Ordinal))
            Restore();
        else if (message.Kind == ChannelMessageKind.Info && (message.RawMessage.StartsWith("train.", StringComparison.Ordinal) || message.RawMessage.StartsWith("trainNDCG:", StringComparison.Ordinal)))
            Report(message);
    }

    private void Report(LoggingEventArgs message)
    {
        channel = message.Source;
        var step = Math.Min(++reports * frequency, trees);
        var time = DateTimeOffset.UtcNow;
        foreach (var line in message.RawMessage.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (path, value) in Values(line))
                log.Curves.Append(path, step, value, time);
        }
        log.Progress.Report(step, (double)step / trees, time);
    }

    /// <summary>A line is <c>valid.LossRate=0.3186</c> or, when ranking, <c>validNDCG:⇥@1:96.56⇥@2:94.14</c> in percent.</summary>
    private IEnumerable<(string Path, double Value)> Values(string line)
    {
        var split = line.StartsWith("valid", StringComparison.Ordinal) ? "validation" : "train";
        if (line.Split('=') is [var name, var number] && double.TryParse(number, culture, out var value))
            yield return ($"{split}/{FastTreeName(name)}", value);
        else if (line.Contains("NDCG:", StringComparison.Ordinal))
        {
            foreach (var cell in line.Split('\t').Skip(1))
            {
                if (cell.Split(':') is [var at, var percent] && double.TryParse(percent, culture, out var ndcg))
                    yield return ($"{split}/ndcg{at}", ndcg / 100);
            }
        }
    }

    /// <summary>What FastTree calls L2 is the square root of the mean square.</summary>
    private static string FastTreeName(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
    {
        "L1" => "mae",
        "L2" => "rmse",
        "LossRate" => "loss",
        "BalancedLossRate" => "balanced_loss",
        var other => MetricNames.Snake(other),
    };
}
