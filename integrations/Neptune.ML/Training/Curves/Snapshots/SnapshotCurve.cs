using System.Globalization;
using Microsoft.ML;
using Neptune.ML.Training.Progress;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>
/// The curve of the validation rows of trainers that never see them: what a linear model says of them, with the weights that it has whenever it reports an iteration.
/// The thread that trains only copies the weights, at a moment when no thread changes them; the rest is done beside it.
/// </summary>
internal sealed class SnapshotCurve : ITrainingSource
{
    private const long MostBytes = 64_000_000;
    private const int MostWaiting = 4096;

    private readonly LinearTrainer trainer;
    private readonly IDataView view;
    private readonly StageLog log;
    private readonly int slots;
    private readonly SnapshotBuffer buffer = new(MostBytes, MostWaiting);
    private readonly SortedDictionary<long, (double Step, DateTimeOffset Time)> reports = [];
    private volatile WeightReader? reader;
    private long seen;
    private long reported;
    private double lastStep;
    private int points;
    private Task<FeatureRows>? rows;
    private volatile bool isBroken;

    private SnapshotCurve(LinearTrainer trainer, IDataView view, int slots, StageLog log) => (this.trainer, this.view, this.slots, this.log) = (trainer, view, slots, log);

    /// <summary>Null for other trainers, and without validation rows.</summary>
    public static SnapshotCurve? For(IEstimator<ITransformer> stage, StageRows rows, StageLog log) =>
        log.Options.CurveRows != 0 && LinearTrainer.Of(stage) is { } trainer && rows.Validation is { } validation
            ? new(trainer, validation, SlotsOf(rows.Train.Schema, trainer.FeatureColumn), log)
            : null;

    /// <summary>The trainer is about to report an iteration, on its own thread.</summary>
    public void See(string channel, int repeat, Delegate source)
    {
        if (isBroken || channel != trainer.Channel || repeat > 0)
            return;
        try
        {
            reader ??= trainer.Reader(new(source.Target), slots);
            buffer.Offer(seen++, reader);
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
        if (report.Kind != ProgressKind.Checkpoint || report.Channel != trainer.Channel || report.Repeat > 0)
            return;
        lastStep = step;
        if (IsWanted(reported, step))
            reports[reported] = (step, new(report.Time));
        reported++;
    }

    public void Poll()
    {
        if (isBroken || reader is not { } weights || reported == 0)
            return;
        rows ??= Task.Run(() => FeatureRows.Of(view, trainer, weights.Shape, log.Options.CurveRows, log.Options.StopToken));
        if (rows.IsCompleted)
            Try(() => Evaluate(rows.GetAwaiter().GetResult(), weights.Shape));
    }

    /// <summary>The training is over, or has failed: what has been seen of it is evaluated.</summary>
    public void Dispose()
    {
        Poll();
        if (rows is { } reading && !isBroken)
            Try(() => Evaluate(reading.GetAwaiter().GetResult(), reader!.Shape));
    }

    /// <summary>The last point is that of the trained model.</summary>
    public void Finish(ITransformer transformer)
    {
        if (isBroken || rows is null)
        {
            if (reported > 0 && seen == 0 && !isBroken)
                log.Note($"no curve per iteration of validation: this version of ML.NET does not show the weights of {trainer.Channel}");
            return;
        }
        Try(() =>
        {
            var (shape, read) = (reader!.Shape, rows.GetAwaiter().GetResult());
            if (Pipelines.Members.Read(transformer, "Model") is not { } model || FinalWeights.Of(model, shape) is not { } numbers)
                throw new NotSupportedException("the trained model is not of the form that it had while it was trained");
            Append(read, shape, [numbers], [(trainer.LastStep(lastStep), DateTimeOffset.UtcNow)]);
            if (buffer.WasFull)
                log.Note($"the curve per iteration of validation has a point every {buffer.Stride} reports at the end: the weights of more would not fit into the {MostBytes / 1_000_000} MB that may wait to be evaluated");
            if (read.Read < read.Total)
                log.Main.Assign("validation/curve_rows", string.Create(CultureInfo.InvariantCulture, $"{read.Read} of {read.Total}"));
        });
    }

    private static int SlotsOf(DataViewSchema input, string features) => input.GetColumnOrNull(features)?.Type is Microsoft.ML.Data.VectorDataViewType vector ? vector.Size : 0;

    private void Evaluate(FeatureRows read, WeightShape shape)
    {
        var isThinned = log.Options.EveryIterations is null;
        while (buffer.Take(isThinned ? Math.Min(read.Budget.Batch, read.Budget.Points - points) : read.Budget.Batch, before: reported) is { Count: > 0 } taken)
        {
            Snapshot[] wanted = [.. taken.Where(snapshot => reports.ContainsKey(snapshot.Checkpoint) && snapshot.Checkpoint % buffer.Stride == 0)];
            if (wanted.Length > 0)
                Append(read, shape, Array.ConvertAll(wanted, snapshot => snapshot.Numbers), Array.ConvertAll(wanted, snapshot => reports[snapshot.Checkpoint]));
            foreach (var snapshot in taken)
                buffer.Return(snapshot);
            while (reports.Count > 0 && reports.Keys.First() <= taken[^1].Checkpoint)
                reports.Remove(reports.Keys.First());
            points += wanted.Length;
            if (!isThinned || points < read.Budget.Points)
                continue;
            buffer.Thin();
            points = 0;
        }
    }

    private void Append(FeatureRows read, WeightShape shape, float[][] snapshots, (double Step, DateTimeOffset Time)[] steps)
    {
        foreach (var (name, values) in new SnapshotMetrics(trainer.Rule, trainer.Loss, shape).Of(read.Rows, snapshots))
        {
            for (var i = 0; i < values.Length; i++)
                log.Curves.Append($"validation/{name}", steps[i].Step, values[i], steps[i].Time);
        }
    }

    /// <summary>Which iterations the user wants to see; of those that are left, the cost decides.</summary>
    private bool IsWanted(long checkpoint, double step) => checkpoint == 0 || (log.Options.EveryIterations is { } every ? step % every == 0 : checkpoint % buffer.Stride == 0);

    private void Try(Action evaluate)
    {
        try
        {
            evaluate();
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
