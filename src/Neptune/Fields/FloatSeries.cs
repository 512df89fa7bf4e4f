using System.Runtime.CompilerServices;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune;

/// <summary>A handle on a float series for hot loops: an append looks nothing up, allocates nothing and makes no system call.</summary>
public sealed class FloatSeries : FieldHandle
{
    private readonly JournalWriter writer;
    private readonly SeriesSlot slot;
    private readonly bool isSync;

    internal FloatSeries(Field field)
        : base(field)
    {
        if (field.IsDetached || field.Owner.Mode == ConnectionMode.ReadOnly)
        {
            // Nothing can be written, and nothing has to be asked for that on the hot path: a target that knows of no field refuses before the writer is needed.
            writer = null!;
            slot = null!;
            if (!field.IsDetached)
                target = field.Unclaimed();
            return;
        }
        var core = field.Owner.Core;
        writer = core.Session.Writer;
        slot = writer.DefineSeries(field.Path);
        isSync = core.IsSync;
    }

    /// <summary>How many points there are. Read from the store, like all that follows.</summary>
    public long Count => Summary?.Count ?? 0;

    /// <summary>The value at the highest step; <see langword="null"/> when there are no points.</summary>
    public double? Last => Summary?.Last;

    /// <summary>The smallest value that is not NaN.</summary>
    public double? Min => Summary?.Min;

    /// <summary>The largest value that is not NaN.</summary>
    public double? Max => Summary?.Max;

    /// <summary>The mean of the finite values.</summary>
    public double? Average => Summary?.Mean;

    /// <summary>The population variance of the finite values.</summary>
    public double? Variance => Summary?.Variance;

    private SeriesSummary? Summary => Stored(FieldType.FloatSeries)?.Series;

    /// <summary>Logs a point. When the call returns, the death of the process cannot lose it.</summary>
    /// <param name="value">The value; NaN and ±∞ are kept.</param>
    /// <param name="step">The step, in any order; a step logged again replaces its point. Default: one after the last.</param>
    /// <param name="timestamp">The time of the point. Default: now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is NaN or infinite.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(double value, double? step = null, DateTimeOffset? timestamp = null)
    {
        if (target.KnownType != FieldType.FloatSeries)
            target.Claim(FieldType.FloatSeries, "a number to append");
        var at = FloatPoints.NextStep;
        if (step.HasValue)
            at = double.IsFinite(step.GetValueOrDefault()) ? step.GetValueOrDefault() : throw Points.BadStep(target.Path, step.GetValueOrDefault());
        var ticks = timestamp.HasValue ? timestamp.GetValueOrDefault().UtcTicks : DateTime.UtcNow.Ticks;
        var result = writer.AppendPoint(slot, at, value, ticks);
        if (result != AppendResult.Written || isSync)
            Complete(result, at, value, ticks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Complete(AppendResult result, double step, double value, long ticks)
    {
        var core = target.Owner.Core;
        while (result == AppendResult.NoRoom && core.AwaitRoom())
            result = writer.AppendPoint(slot, step, value, ticks);
        core.Complete(result, target.Path);
    }

    /// <inheritdoc cref="Field.Extend(IEnumerable{double}, IEnumerable{double}?, IEnumerable{DateTimeOffset}?)"/>
    public void Extend(IEnumerable<double> values, IEnumerable<double>? steps = null, IEnumerable<DateTimeOffset>? timestamps = null) =>
        target.Extend(values, steps, timestamps);

    /// <summary>The points, ordered by step.</summary>
    /// <inheritdoc cref="Field.FetchValues{T}(double?, double?)"/>
    public SeriesValues<double> FetchValues(double? fromStep = null, double? toStep = null) => target.FetchValues<double>(fromStep, toStep);

    /// <inheritdoc cref="FetchValues"/>
    public Task<SeriesValues<double>> FetchValuesAsync(double? fromStep = null, double? toStep = null, CancellationToken cancellation = default) =>
        target.FetchValuesAsync<double>(fromStep, toStep, cancellation);
}
