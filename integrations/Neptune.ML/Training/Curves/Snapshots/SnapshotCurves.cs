using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Models.Explanations;
using Neptune.ML.Pipelines;
using Neptune.ML.Training.Progress;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>
/// The curves of the validation rows of trainers that never see them: what a linear model says of them, with the weights that it has whenever it reports an iteration.
/// The thread that trains only copies the weights, at a moment when no thread changes them; the rest is done beside it. One-versus-all and pairwise coupling have a curve
/// for each model inside.
/// </summary>
internal sealed class SnapshotCurves : ITrainingSource
{
    private const int MostMegabytes = 64;

    private readonly LinearTrainer trainer;
    private readonly Repeats? repeats;
    private readonly IDataView view;
    private readonly int slots;
    private readonly StageLog log;
    private readonly SnapshotPool pool = new(MostMegabytes * 1_000_000L);
    private readonly ConcurrentDictionary<int, SnapshotCurve> curves = [];
    private Task<FeatureRows>? rows;
    private bool wasReported;
    private volatile bool isBroken;

    private SnapshotCurves(LinearTrainer trainer, Repeats? repeats, IDataView view, int slots, StageLog log) =>
        (this.trainer, this.repeats, this.view, this.slots, this.log) = (trainer, repeats, view, slots, log);

    /// <summary>Null for other trainers, and without validation rows.</summary>
    public static SnapshotCurves? For(IEstimator<ITransformer> stage, StageRows rows, StageLog log) =>
        log.Options.CurveRows != 0 && LinearTrainer.Of(stage) is { } trainer && rows.Validation is { } validation
            ? new(trainer, Repeats.Of(stage, rows.Train.Schema), validation, SlotsOf(rows.Train.Schema, trainer.FeatureColumn), log)
            : null;

    /// <summary>The trainer is about to report an iteration, on its own thread.</summary>
    public void See(string channel, int repeat, Delegate source)
    {
        if (isBroken || channel != trainer.Channel || PathOf(repeat) is not { } path)
            return;
        try
        {
            curves.GetOrAdd(repeat, _ => new(trainer, trainer.ReaderOf(new(source.Target), slots), new(pool), path, repeats?.ClassesOf(repeat), log)).See();
        }
        catch (Exception failure)
        {
            // What is read is not promised to stay as it is, and the training goes on without it.
            Break(failure);
        }
    }

    /// <summary>The trainer has reported an iteration.</summary>
    public void Take(ProgressReport report, double step)
    {
        if (report.Kind != ProgressKind.Checkpoint || report.Channel != trainer.Channel)
            return;
        wasReported = true;
        if (curves.TryGetValue(report.Repeat, out var curve))
            curve.Take(step, new(report.Time));
    }

    public void Poll()
    {
        if (isBroken || curves.IsEmpty)
            return;
        var shape = curves.Values.First().Shape;
        rows ??= Task.Run(() => FeatureRows.Of(view, trainer, shape, Math.Max(1, repeats?.Count ?? 1), log.Options));
        if (rows.IsCompleted)
            Evaluate();
    }

    /// <summary>The training is over, or has failed: what has been seen of it is evaluated.</summary>
    public void Dispose()
    {
        Poll();
        Evaluate();
    }

    /// <summary>The last point is that of the trained model.</summary>
    public void Finish(ITransformer transformer)
    {
        if (wasReported && curves.IsEmpty && !isBroken)
            log.Note($"no curve per iteration of validation: this version of ML.NET does not show the weights of {trainer.Channel}");
        Try(read =>
        {
            var model = Members.Require(transformer, "Model");
            foreach (var (repeat, curve) in curves)
                curve.Finish(read, repeats is null ? Calibrated.Inner(model) : (Calibrated.OnePerClass(model) ?? Calibrated.OnePerPair(model))?.ElementAtOrDefault(repeat - 1));
            if (pool.WasFull)
                log.Note($"the curve per iteration of validation has fewer points: the weights of more would not fit into the {MostMegabytes} MB that may wait to be evaluated");
            if (read.Read < read.Total)
                log.Main.Assign("validation/curve_rows", string.Create(CultureInfo.InvariantCulture, $"{read.Read} of {read.Total}"));
        });
    }

    private static int SlotsOf(DataViewSchema input, string features) => input.GetColumnOrNull(features)?.Type is VectorDataViewType vector ? vector.Size : 0;

    /// <summary>Null for a training that is done again.</summary>
    private string? PathOf(int repeat) => repeats is not null ? repeats.PathOf(repeat) is { } path ? path + "/" : null : repeat == 0 ? "" : null;

    private void Evaluate() => Try(read =>
    {
        foreach (var curve in curves.Values)
            curve.Evaluate(read);
    });

    private void Try(Action<FeatureRows> evaluate)
    {
        if (isBroken || rows is null)
            return;
        try
        {
            evaluate(rows.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (log.Options.StopToken.IsCancellationRequested)
        {
            isBroken = true;
        }
        catch (Exception failure)
        {
            // The curve watches the training, which must not be lost with it.
            Break(failure);
        }
    }

    private void Break(Exception failure)
    {
        isBroken = true;
        log.Note($"no curve per iteration of validation: {(failure is NotSupportedException ? "" : $"{failure.GetType().Name}: ")}{failure.Message}");
    }
}
