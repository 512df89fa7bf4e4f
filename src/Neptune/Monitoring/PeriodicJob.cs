using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>Does something at once in the background, then periodically, and once more at the end, so that short runs have points too. It ends with one warning when it fails.</summary>
internal sealed class PeriodicJob : IDisposable
{
    private readonly Run run;
    private readonly string name;
    private readonly Action work;
    private readonly Lock gate = new();
    private readonly Timer timer;
    private bool ended;

    public PeriodicJob(Run run, string name, TimeSpan period, Action work)
    {
        this.run = run;
        this.name = name;
        this.work = work;
        timer = new Timer(_ => Do(), null, TimeSpan.Zero, period);
    }

    public void Dispose()
    {
        timer.Dispose();
        Do();
        lock (gate)
            ended = true;
    }

    private void Do()
    {
        lock (gate)
        {
            if (ended)
                return;
            try
            {
                work();
            }
            catch (NeptuneStoppedException)
            {
                ended = true;
            }
            catch (Exception e)
            {
                // Whatever it is, a run must not suffer from what is only told about it.
                ended = true;
                timer.Dispose();
                run.Core.Log.JobFailed(run.Id, name, e.Message);
            }
        }
    }
}
