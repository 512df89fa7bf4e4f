using System.Runtime.CompilerServices;
using Neptune.Journal;

namespace Neptune;

/// <summary>A handle on a float series for hot loops: an append looks nothing up, allocates nothing and makes no system call.</summary>
public sealed class FloatSeries
{
    private readonly Field target;
    private readonly JournalWriter writer;
    private readonly SeriesSlot slot;
    private readonly bool isSync;

    internal FloatSeries(Field field)
    {
        target = field;
        var core = field.Owner.Core;
        writer = core.Session.Writer;
        slot = writer.DefineSeries(field.Path);
        isSync = core.IsSync;
    }

    /// <summary>The path of the series.</summary>
    public string Path => target.Path;

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
            target.Owner.Core.Complete(result, target.Path);
    }
}
