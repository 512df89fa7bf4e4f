using Spectre.Console;

namespace Neptune.Cli.Output;

/// <summary>Shows a person on stderr how work goes on that takes longer than a second.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs work that prints nothing meanwhile.</summary>
    /// <param name="terminal">Where the bar goes, if somebody looks at it.</param>
    /// <param name="describe">What is done, or what has been.</param>
    /// <param name="work">The work. What it throws is thrown here.</param>
    public static T Watch<T>(Terminal terminal, Func<WorkProgress, string> describe, Func<WorkProgress, T> work)
    {
        var progress = new WorkProgress();
        if (!terminal.ShowsProgress)
            return work(progress);

        var running = Task.Run(() => work(progress));
        if (!IsDone(running, Patience))
            Show(Terminal.ErrorConsole, describe, progress, running);
        return running.GetAwaiter().GetResult();
    }

    public static void Watch(Terminal terminal, string what, Action<WorkProgress> work) => Watch(terminal, _ => what, progress =>
    {
        work(progress);
        return 0;
    });

    private static void Show(IAnsiConsole console, Func<WorkProgress, string> describe, WorkProgress progress, Task running) =>
        console.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask(Text(describe(progress)));
            while (!IsDone(running, RefreshPeriod))
            {
                bar.Description = Text(describe(progress));
                bar.IsIndeterminate = progress.Total == 0;
                bar.MaxValue = Math.Max(1, progress.Total);
                bar.Value = progress.Done;
            }
        });

    private static string Text(string description) => Markup.Escape(OneLine.Of(description));

    /// <summary>Waits without throwing what the work threw.</summary>
    private static bool IsDone(Task work, TimeSpan wait) => Task.WaitAny([work], wait) >= 0;
}
