namespace Neptune.ML.Training;

/// <summary>How far a training is: the series <c>progress</c> (from 0 to 1, by iteration), the seconds that are left, and a line in the console.</summary>
internal sealed class ProgressMeter(RunScope scope, ConsoleBar? bar)
{
    private const string Series = "progress";
    private const string Left = "progress_seconds_left";

    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;
    private readonly Lock gate = new();
    private FloatSeries? fraction;
    private FloatSeries? left;
    private double lastStep = -1;
    private double lastFraction;

    /// <summary>Reports an iteration of a trainer, or of the n-th training of an inner trainer.</summary>
    /// <param name="step">The iteration.</param>
    /// <param name="total">How many iterations there are; null when nobody knows.</param>
    /// <param name="time">When it was reported.</param>
    /// <param name="repeats">What the inner trainer trains; null where there is none.</param>
    /// <param name="repeat">Which training of the inner trainer it is, from 0.</param>
    public void Report(double step, double? total, DateTimeOffset time, Repeats? repeats, int repeat)
    {
        var fraction = total is { } all ? Math.Clamp(step / all, 0, 1) : (double?)null;
        if (repeats is null && fraction is { } done)
            Report(step, done, time);
        else if (repeats?.Count is { } count)
            Report(total is { } each ? (repeat * each) + step : repeat, Math.Clamp((repeat + (fraction ?? 0)) / (count + 1), 0, 1), time);
    }

    /// <param name="step">The iteration.</param>
    /// <param name="done">What is done, from 0 to 1.</param>
    /// <param name="time">When that was so.</param>
    public void Report(double step, double done, DateTimeOffset time)
    {
        lock (gate)
        {
            if (step <= lastStep || done < lastFraction)
                return;
            (lastStep, lastFraction) = (step, done);
            Write(step, done, done > 0 ? (time - started) * ((1 - done) / done) : null, time);
        }
    }

    /// <summary>The training is over, whether or not it took all iterations.</summary>
    public void Finish()
    {
        lock (gate)
        {
            if (lastFraction < 1)
                Write(lastStep + 1, 1, TimeSpan.Zero, DateTimeOffset.UtcNow);
        }
    }

    /// <summary>Ends the line in the console.</summary>
    public void Close()
    {
        lock (gate)
            bar?.Close();
    }

    private void Write(double step, double done, TimeSpan? remaining, DateTimeOffset time)
    {
        bar?.Show(done, time - started, remaining);
        if ((fraction ??= scope.Series(Series)) is { } series)
            scope.Guard(Series, () => series.Append(done, step, time));
        if (remaining is { } span && (left ??= scope.Series(Left)) is { } seconds)
            scope.Guard(Left, () => seconds.Append(span.TotalSeconds, step, time));
    }
}
