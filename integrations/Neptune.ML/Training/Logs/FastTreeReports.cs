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
    private const int DefaultReports = 10;
    private const string BoosterType = "BoostedTreeOptions";
    private const string FirstMessage = "Channel started";
    private const string LastMessage = "Channel finished";
    private const string Channel = "FastTreeTraining; Training";

    private readonly object options;
    private readonly FieldInfo frequencyField;
    private readonly int askedFrequency;
    private readonly int frequency;
    private readonly int trees;
    private readonly StageLog log;
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly Repeats? repeats;
    private readonly Handover<ReportedTrees> told = new();
    private int repeat = -1;
    private int reports;

    private FastTreeReports(object options, FieldInfo frequencyField, int trees, Repeats? repeats, StageLog log)
    {
        this.repeats = repeats;
        this.options = options;
        this.frequencyField = frequencyField;
        this.trees = trees;
        this.log = log;
        askedFrequency = (int)frequencyField.GetValue(options)!;
        frequency = askedFrequency < trees ? askedFrequency : log.Options.EveryIterations ?? Math.Max(1, trees / DefaultReports);
        frequencyField.SetValue(options, frequency);
    }

    /// <summary>Whether a trainer reports them. Forests have the option too, but report nothing.</summary>
    public static bool Has(IEstimator<ITransformer> trainer) => TrainerOptions.Of(trainer) is { } options && Bases(options.GetType()).Any(type => type.Name == BoosterType);

    /// <summary>Null for other trainers.</summary>
    public static FastTreeReports? For(IEstimator<ITransformer> stage, DataViewSchema input, TrainingLog messages, StageLog log)
    {
        var trainer = InnerTrainer.WithInner(stage).Last();
        if (!Has(trainer))
            return null;
        var options = TrainerOptions.Of(trainer)!;
        if (Members.Field(options.GetType(), FrequencyOption) is not { } field || Members.Field(options.GetType(), TreesOption)?.GetValue(options) is not int trees)
        {
            log.Note($"no metrics per tree: {options.GetType().FullName} has no {FrequencyOption} or no {TreesOption}");
            return null;
        }
        var source = new FastTreeReports(options, field, trees, Repeats.Of(stage, input), log);
        messages.Listen(source.Hear);
        return source;
    }

    public void Poll()
    {
        foreach (var report in told.Take())
            Read(report);
    }

    public void Dispose() => Restore();

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            yield return at;
    }

    /// <summary>Trees keep their options as text, which they write down when the channel that reports has ended.</summary>
    private void Restore() => frequencyField.SetValue(options, askedFrequency);

    /// <summary>On the thread that trains.</summary>
    private void Hear(LoggingEventArgs message)
    {
        if (message.Source == Channel && message.RawMessage.StartsWith(FirstMessage, StringComparison.Ordinal))
            Begin();
        else if (message.Source == Channel && message.RawMessage.StartsWith(LastMessage, StringComparison.Ordinal))
            Restore();
        else if (message.Kind == ChannelMessageKind.Info && (message.RawMessage.StartsWith("train.", StringComparison.Ordinal) || message.RawMessage.StartsWith("trainNDCG:", StringComparison.Ordinal)))
            told.Add(new(message.RawMessage, repeat, Math.Min(++reports * frequency, trees), DateTimeOffset.UtcNow));
    }

    /// <summary>One-versus-all trains again and again, and the option has been given back in between.</summary>
    private void Begin()
    {
        (repeat, reports) = (repeat + 1, 0);
        frequencyField.SetValue(options, frequency);
    }

    private void Read(ReportedTrees report)
    {
        // A trainer that is trained again repeats where its earlier trainings ended; what comes last is of this one.
        var values = new Dictionary<string, double>();
        foreach (var line in report.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (path, value) in Values(line))
                values[path] = value;
        }
        if (Repeats.PrefixOf(repeats, report.Repeat) is { } prefix)
        {
            foreach (var (path, value) in values)
                log.Curves.Append(prefix + path, report.Trees, value, report.Time);
        }
        log.Progress.Report(report.Trees, trees, report.Time, repeats, report.Repeat);
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

    /// <param name="Text">A line for each metric.</param>
    /// <param name="Repeat">Of which training.</param>
    /// <param name="Trees">How many trees there were.</param>
    /// <param name="Time">When.</param>
    private sealed record ReportedTrees(string Text, int Repeat, int Trees, DateTimeOffset Time);
}
