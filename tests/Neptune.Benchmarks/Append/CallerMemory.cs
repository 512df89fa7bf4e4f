namespace Neptune.Benchmarks.Append;

/// <summary>What an append allocates on the thread that calls it.</summary>
internal static class CallerMemory
{
    private const string Path = "train/loss";
    private const int WarmUp = 100_000;
    private const int Appends = 1_000_000;

    /// <returns>Bytes, to a tenth: the few objects of a new segment, every two million appends, are not an append's.</returns>
    public static double PerAppendByHandle() => Measure(run =>
    {
        var series = run.GetFloatSeries(Path);
        return value => series.Append(value);
    });

    /// <inheritdoc cref="PerAppendByHandle"/>
    public static double PerAppendByPath() => Measure(run => value => run[Path].Append(value));

    private static double Measure(Func<Run, Action<double>> prepare)
    {
        using var workspace = new Workspace();
        using var run = Runs.Quiet(workspace.Folder);
        var append = prepare(run);
        for (var i = 0; i < WarmUp; i++)
            append(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Appends; i++)
            append(i);
        return Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Appends, 1);
    }
}
