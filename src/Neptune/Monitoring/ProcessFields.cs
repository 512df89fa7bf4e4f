namespace Neptune.Monitoring;

/// <summary>Where a child process is logged: its two outputs and its exit code.</summary>
internal sealed class ProcessFields(Run run, string path)
{
    private int exited;

    public LineSeries Stdout { get; } = new(run, path + "/stdout");

    public LineSeries Stderr { get; } = new(run, path + "/stderr");

    public void Exit(int code)
    {
        if (Interlocked.Exchange(ref exited, 1) != 0)
            return;
        try
        {
            run[path + "/exit_code"].Assign(code);
        }
        catch (NeptuneException)
        {
            // The run has just stopped, or somebody uses the field for something else.
        }
    }

    public void End()
    {
        Stdout.End();
        Stderr.End();
        Interlocked.Exchange(ref exited, 1);
    }
}
