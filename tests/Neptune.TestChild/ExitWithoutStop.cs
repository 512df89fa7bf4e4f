namespace Neptune.TestChild;

/// <summary>Ends in an orderly way but forgets to stop its run.</summary>
public static class ExitWithoutStop
{
    public static int Run()
    {
        var run = Neptune.Run.Init(new() { CustomRunId = "forgotten", FlushPeriod = TimeSpan.FromHours(1) });
        run["loss"].Append(0.5);
        return 0;
    }
}
