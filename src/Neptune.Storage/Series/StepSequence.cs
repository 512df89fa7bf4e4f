namespace Neptune.Storage.Series;

/// <summary>Gives points without a step the one after the largest so far: 0, 1, 2, …; after 2.5 comes 3.</summary>
/// <param name="last">The largest step of the series; NaN when it is empty.</param>
internal struct StepSequence(double last)
{
    private double last = last;

    public double Resolve(double step)
    {
        // Adding 0 makes -0 the same step as 0.
        var resolved = double.IsNaN(step) ? Next() : step + 0.0;
        if (!(resolved <= last))
            last = resolved;
        return resolved;
    }

    private readonly double Next()
    {
        if (double.IsNaN(last))
            return 0;
        var next = Math.Floor(last) + 1;
        // Beyond 2^53 adding 1 changes nothing; the next representable number is the next step.
        return next > last ? next : Math.BitIncrement(last);
    }
}
