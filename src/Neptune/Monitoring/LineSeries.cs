using Neptune.Values;

namespace Neptune.Monitoring;

/// <summary>A string series of lines that somebody prints. Whatever is wrong with it, printing goes on.</summary>
internal sealed class LineSeries
{
    private readonly Run run;
    private readonly Field field;
    private volatile bool ended;

    public LineSeries(Run run, string path)
    {
        this.run = run;
        field = run[path];
        field.Extend(Array.Empty<string>());
    }

    public void Append(string line)
    {
        if (ended)
            return;
        try
        {
            field.Append(WholeText.Mended(line));
        }
        catch (NeptuneException)
        {
            // Somebody deleted or retyped the field, the store does not answer, or the run has just stopped.
        }
        catch (Exception e)
        {
            // First, because the message is printed too.
            ended = true;
            run.Core.Log.JobFailed(run.Id, $"logging to {field.Path}", e.Message);
        }
    }

    public void End() => ended = true;
}
