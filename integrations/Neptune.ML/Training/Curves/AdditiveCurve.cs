using Microsoft.ML;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Logs;

namespace Neptune.ML.Training.Curves;

/// <summary>
/// The curves of generalized additive models. Their trainer knows what the model says of each row after each iteration, and tells when that has changed; the thread
/// that trains only copies it for some of the rows, the rest is done beside it.
/// </summary>
internal sealed class AdditiveCurve : ITrainingSource
{
    private const int DefaultPoints = 50;
    private const int MostValues = 8_000_000;

    private readonly StageLog log;
    private readonly Repeats? repeats;
    private readonly object trainer;
    private readonly StagedRule rule;
    private readonly double iterations;
    private readonly int frequency;
    private readonly Lock gate = new();
    private readonly Handover<Snapshot> taken = new();
    private readonly List<Action> listening = [];
    private object? lastScores;
    private int repeat = -1;

    private AdditiveCurve(object trainer, StagedRule rule, double iterations, Repeats? repeats, StageLog log)
    {
        (this.trainer, this.rule, this.iterations, this.repeats, this.log) = (trainer, rule, iterations, repeats, log);
        frequency = log.Options.EveryIterations ?? Math.Max(1, (int)(iterations / DefaultPoints));
        lastScores = TrackedScores.Of(trainer, TrackedScores.Train);
    }

    /// <summary>Whether there is a curve of a trainer.</summary>
    public static bool Has(IEstimator<ITransformer> trainer, NeptuneCallbackOptions options) =>
        options.CurveRows != 0 && RuleOf(StageName.Of(trainer)) is not null && IterationCount.Of(trainer) is not null;

    /// <summary>Null for other trainers.</summary>
    public static AdditiveCurve? For(IEstimator<ITransformer> stage, DataViewSchema input, TrainingLog messages, StageLog log)
    {
        var trainer = InnerTrainer.WithInner(stage).Last();
        if (!Has(trainer, log.Options))
            return null;
        var source = new AdditiveCurve(trainer, RuleOf(StageName.Of(trainer))!.Value, IterationCount.Of(trainer)!.Value, Repeats.Of(stage, input), log);
        messages.Listen(_ => source.Attach());
        return source;
    }

    public void Poll()
    {
        lock (gate)
        {
            while (taken.Take(DefaultPoints) is { Count: > 0 } next)
                Evaluate(next);
        }
    }

    /// <summary>The trainer keeps its scores until it is fitted again.</summary>
    public void Dispose() => listening.ForEach(end => end());

    private static StagedRule? RuleOf(string trainer) => trainer switch
    {
        "GamBinary" => StagedRule.Binary,
        "GamRegression" => StagedRule.Regression,
        _ => null,
    };

    /// <summary>The trainer makes the scores when it has read the rows, and sends a message before it changes them.</summary>
    private void Attach()
    {
        if (TrackedScores.Of(trainer, TrackedScores.Train) is not { } train || ReferenceEquals(train, lastScores))
            return;
        lastScores = train;
        repeat++;
        if (Repeats.PrefixOf(repeats, repeat) is not { } prefix)
            return;
        try
        {
            Watch(train, $"{prefix}train");
            if (TrackedScores.Of(trainer, TrackedScores.Validation) is { } validation)
                Watch(validation, $"{prefix}validation");
        }
        catch (MissingMemberException missing)
        {
            log.Note($"no curve per iteration: {missing.Message}");
        }
    }

    private void Watch(object tracker, string path)
    {
        var scores = new TrackedScores(tracker, log.Options.CurveRows ?? StageRows.MostByDefault);
        var iteration = 0;
        listening.Add(TrackedScores.Listen(tracker, () =>
        {
            iteration++;
            if (iteration != 1 && iteration != iterations && iteration % frequency != 0)
                return;
            taken.Add(new(path, scores, scores.Copy(), iteration, DateTimeOffset.UtcNow));
            if ((long)taken.Count * scores.Labels.Count > MostValues)
                Poll();
        }));
        if (scores.Labels.Count < scores.Total)
            log.Main.Assign($"{path}/curve_rows", $"{scores.Labels.Count} of {scores.Total}");
    }

    /// <summary>Takes snapshots of the same rows as far as they follow each other: together they cost less.</summary>
    private void Evaluate(IReadOnlyList<Snapshot> next)
    {
        foreach (var group in next.GroupBy(snapshot => (snapshot.Path, snapshot.Scores)))
        {
            Snapshot[] snapshots = [.. group];
            var labels = group.Key.Scores.Labels;
            var totals = new StagedTotals(rule, [Calibration.Logistic], snapshots.Length);
            for (var row = 0; row < labels.Count; row++)
            {
                for (var i = 0; i < snapshots.Length; i++)
                    totals.Scores[0][i] = snapshots[i].Values[row];
                totals.Add(labels[row]);
            }
            foreach (var (name, values) in totals.Series())
            {
                for (var i = 0; i < values.Length; i++)
                    log.Curves.Append($"{group.Key.Path}/{name}", snapshots[i].Iteration, values[i], snapshots[i].Time);
            }
        }
    }

    private sealed record Snapshot(string Path, TrackedScores Scores, double[] Values, int Iteration, DateTimeOffset Time);
}
