namespace Neptune.ML.Training;

/// <summary>
/// Asks sources for news on a thread of the pool, a few times a second, until it is disposed; then a last time. Not at once: the runtime compiles the loops of a
/// trainer for speed when no code has run for the first time for a tenth of a second, anywhere in the process, and each question would put that off.
/// </summary>
internal sealed class Poller : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyCollection<ITrainingSource> sources;
    private readonly Action<string> note;
    private readonly Lock gate = new();
    private readonly HashSet<ITrainingSource> broken = [];
    private readonly Timer timer;
    private bool isOver;

    public Poller(IReadOnlyCollection<ITrainingSource> sources, Action<string> note)
    {
        this.sources = sources;
        this.note = note;
        timer = new(_ => Poll(), null, First, Period);
    }

    /// <summary>From here on nobody asks: a timer that fires at this moment comes too late.</summary>
    public void Dispose()
    {
        timer.Dispose();
        Poll();
        lock (gate)
            isOver = true;
    }

    /// <summary>A source runs code of trainers; what that throws here must not end the process.</summary>
    private void Poll()
    {
        lock (gate)
        {
            if (isOver)
                return;
            foreach (var source in sources.Where(source => !broken.Contains(source)))
            {
                try
                {
                    source.Poll();
                }
                catch (Exception failure)
                {
                    broken.Add(source);
                    note($"{source.GetType().Name} ended: {failure.GetType().Name}: {failure.Message}");
                }
            }
        }
    }
}
