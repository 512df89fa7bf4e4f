using Neptune.Values;

namespace Neptune;

/// <summary>Builds the points of an extend or a series value and checks that the columns fit together.</summary>
internal static class Points
{
    /// <summary>Points a record of the journal holds at most; a longer extend is several records.</summary>
    public const int PerRecord = 1 << 15;

    /// <summary>The operations that append numbers: one even if there are none, which makes the field.</summary>
    public static IReadOnlyList<Operation> Floats(string path, IEnumerable<double> values, IEnumerable<double>? steps, IEnumerable<DateTimeOffset>? timestamps)
    {
        var (stepList, timeList, now) = (List(steps), List(timestamps), DateTime.UtcNow.Ticks);
        var valueList = List(values)!;
        CheckLengths(path, valueList.Count, stepList?.Count, timeList?.Count);
        foreach (var step in stepList ?? [])
            CheckStep(path, step);

        var operations = new List<Operation>();
        for (var start = 0; start == 0 || start < valueList.Count; start += PerRecord)
        {
            var end = Math.Min(start + PerRecord, valueList.Count);
            var points = new FloatPoints(end - start);
            for (var i = start; i < end; i++)
                points.Add(stepList?[i] ?? FloatPoints.NextStep, valueList[i], timeList?[i].UtcTicks ?? now);
            operations.Add(new AppendFloatsOperation(path, points));
        }
        return operations;
    }

    /// <summary>The operation that appends texts.</summary>
    public static Operation Strings(string path, IEnumerable<string> values, IEnumerable<double>? steps, IEnumerable<DateTimeOffset>? timestamps)
    {
        var (stepList, timeList, now) = (List(steps), List(timestamps), DateTime.UtcNow.Ticks);
        var valueList = List(values)!;
        CheckLengths(path, valueList.Count, stepList?.Count, timeList?.Count);
        var points = new List<StringPoint>(valueList.Count);
        for (var i = 0; i < valueList.Count; i++)
        {
            var text = valueList[i] ?? throw new NeptuneUnsupportedValueException(path, $"\"{path}\": the text at place {i} is null; a string series holds texts.");
            points.Add(new StringPoint(stepList is null ? FloatPoints.NextStep : CheckStep(path, stepList[i]), WholeText.Require(path, text), timeList?[i].UtcTicks ?? now));
        }
        return new AppendStringsOperation(path, points);
    }

    public static double CheckStep(string path, double step) => double.IsFinite(step) ? step : throw BadStep(path, step);

    public static ArgumentOutOfRangeException BadStep(string path, double step) =>
        new(nameof(step), step, $"\"{path}\": a step must be a finite number; it is {step}.");

    private static IReadOnlyList<T>? List<T>(IEnumerable<T>? items) => items switch
    {
        null => null,
        IReadOnlyList<T> list => list,
        _ => [.. items],
    };

    private static void CheckLengths(string path, int values, int? steps, int? timestamps)
    {
        if (steps is { } s && s != values)
            throw new ArgumentException($"\"{path}\": there are {values} values and {s} steps; give as many steps as values.", nameof(steps));
        if (timestamps is { } t && t != values)
            throw new ArgumentException($"\"{path}\": there are {values} values and {t} timestamps; give as many timestamps as values.", nameof(timestamps));
    }
}
