using Neptune.Cli.Output;
using Spectre.Console;

namespace Neptune.Cli.Syncing;

/// <summary>Runs a recovery, and shows a person how it goes on when it takes a while.</summary>
internal static class SyncProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromMilliseconds(100);

    public static void Watch(JournalSync sync, Terminal terminal)
    {
        if (terminal.IsRedirected)
        {
            sync.Run();
            return;
        }
        var work = Task.Run(sync.Run);
        if (!IsDone(work, Patience))
            AnsiConsole.Progress().AutoClear(true).Start(progress => Follow(work, sync, progress));
        work.GetAwaiter().GetResult();
    }

    private static void Follow(Task work, JournalSync sync, ProgressContext progress)
    {
        var bar = progress.AddTask("Finishing journals", maxValue: Math.Max(1, sync.Waiting));
        while (!IsDone(work, RefreshPeriod))
            bar.Value = sync.Recovered.Count;
        bar.Value = sync.Recovered.Count;
    }

    /// <summary>Waits without throwing what the work threw.</summary>
    private static bool IsDone(Task work, TimeSpan wait) => Task.WaitAny([work], wait) >= 0;
}
