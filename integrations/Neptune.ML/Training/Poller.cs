using System.Runtime;

namespace Neptune.ML.Training;

/// <summary>
/// Asks sources for news a few times a second until it is disposed; then a last time. Whenever code runs for the first time, anywhere in the process, the runtime
/// puts off the compilation of the trainer's loops for speed by a tenth of a second. So it asks once while the trainer starts, whose own code is new then, and
/// again when nothing is compiled any more; and not on a thread of the pool, which looks after its threads with code of its own.
/// </summary>
internal sealed class Poller : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private const int IdleLooks = 3;

    private readonly IReadOnlyCollection<ITrainingSource> sources;
    private readonly Action<string> note;
    private readonly HashSet<ITrainingSource> broken = [];
    private readonly ManualResetEventSlim over = new();
    private readonly Thread thread;

    public Poller(IReadOnlyCollection<ITrainingSource> sources, Action<string> note)
    {
        this.sources = sources;
        this.note = note;
        thread = new(Run) { IsBackground = true, Name = "Neptune training progress" };
        thread.Start();
    }

    /// <summary>From here on nobody asks.</summary>
    public void Dispose()
    {
        over.Set();
        thread.Join();
        Poll();
        over.Dispose();
    }

    private void Run()
    {
        Poll();
        var isOver = AwaitCompiler();
        while (!isOver)
        {
            Poll();
            isOver = over.Wait(Period);
        }
    }

    /// <summary>Waits until the runtime has compiled nothing for a while, but not for ever.</summary>
    /// <returns>Whether the training is over meanwhile.</returns>
    private bool AwaitCompiler()
    {
        var (compiled, idle) = (0L, 0);
        for (var waited = TimeSpan.Zero; waited < LongestWait && idle < IdleLooks; waited += Look)
        {
            if (over.Wait(Look))
                return true;
            var now = JitInfo.GetCompiledMethodCount();
            idle = now == compiled ? idle + 1 : 0;
            compiled = now;
        }
        return false;
    }

    /// <summary>A source runs code of trainers; what that throws here must not end the process.</summary>
    private void Poll()
    {
        foreach (var source in sources)
        {
            if (broken.Contains(source))
                continue;
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
