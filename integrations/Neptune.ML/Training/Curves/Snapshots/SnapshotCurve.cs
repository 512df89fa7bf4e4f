namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The curve of one computation.</summary>
/// <param name="trainer">The trainer.</param>
/// <param name="reader">Reads the weights.</param>
/// <param name="buffer">Where snapshots wait.</param>
/// <param name="prefix">The namespace of the computation, with a slash at its end; empty when there is only one.</param>
/// <param name="classes">The classes that are positive; null where labels are taken as they are.</param>
/// <param name="log">Where to.</param>
internal sealed class SnapshotCurve(LinearTrainer trainer, WeightReader reader, SnapshotBuffer buffer, string prefix, int[]? classes, StageLog log)
{
    private readonly SortedDictionary<long, (double Step, DateTimeOffset Time)> reports = [];
    private long seen;
    private long reported;
    private double lastStep;
    private int points;

    public WeightShape Shape => reader.Shape;

    /// <summary>Called by the thread that trains.</summary>
    public void See() => buffer.Offer(seen++, reader);

    /// <summary>Where the iterations that were seen belong is told later, in the same order.</summary>
    public void Take(double step, DateTimeOffset time)
    {
        lastStep = step;
        if (reported == 0 || (log.Options.EveryIterations is { } every ? step % every == 0 : reported % buffer.Stride == 0))
            reports[reported] = (step, time);
        reported++;
    }

    /// <summary>Evaluates what waits. Without a wish of the user's, points become rarer the more of them there are.</summary>
    public void Evaluate(FeatureRows rows)
    {
        var isThinned = log.Options.EveryIterations is null;
        while (buffer.Take(isThinned ? Math.Min(rows.Batch, rows.Points - points) : rows.Batch, before: reported) is { Count: > 0 } taken)
        {
            Snapshot[] wanted = [.. taken.Where(snapshot => reports.ContainsKey(snapshot.Checkpoint))];
            if (wanted.Length > 0)
                Append(rows, Array.ConvertAll(wanted, snapshot => snapshot.Numbers), Array.ConvertAll(wanted, snapshot => reports[snapshot.Checkpoint]));
            foreach (var snapshot in taken)
                buffer.Return(snapshot);
            while (reports.Count > 0 && reports.Keys.First() <= taken[^1].Checkpoint)
                reports.Remove(reports.Keys.First());
            points += wanted.Length;
            if (!isThinned || points < rows.Points)
                continue;
            buffer.Thin();
            points = 0;
        }
    }

    /// <summary>Adds the point of the trained model.</summary>
    /// <exception cref="NotSupportedException">It is of another kind than what was seen.</exception>
    public void Finish(FeatureRows rows, object? model)
    {
        if (model is null || FinalWeights.Of(model, Shape) is not { } numbers)
            throw new NotSupportedException("the trained model is not of the form that it had while it was trained");
        Append(rows, [numbers], [(trainer.LastStep(lastStep), DateTimeOffset.UtcNow)]);
    }

    private void Append(FeatureRows rows, float[][] snapshots, (double Step, DateTimeOffset Time)[] steps)
    {
        foreach (var (name, values) in new SnapshotMetrics(trainer.Rule, trainer.Loss, Shape, classes).Of(rows.Rows, snapshots))
        {
            for (var i = 0; i < values.Length; i++)
                log.Curves.Append($"{prefix}validation/{name}", steps[i].Step, values[i], steps[i].Time);
        }
    }
}
