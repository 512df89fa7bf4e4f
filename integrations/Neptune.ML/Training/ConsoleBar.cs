using System.Globalization;

namespace Neptune.ML.Training;

/// <summary>
/// One line at the bottom of the console that is drawn over and over, ten times a second at most: <c>FastTreeBinary  [########----------------]  33 %  12 s, 24 s left</c>.
/// </summary>
/// <param name="console">Where it is drawn.</param>
/// <param name="title">What comes before the bar.</param>
/// <param name="patience">Trainings that are over sooner are not worth a line.</param>
internal sealed class ConsoleBar(TextWriter console, string title, TimeSpan patience)
{
    private const int Width = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private TimeSpan? last;
    private string? left;
    private int drawn;

    /// <summary>A bar where one makes sense; null where the output is a file or a pipe.</summary>
    public static ConsoleBar? For(ProgressDisplay display, string title) => display switch
    {
        ProgressDisplay.Always => new(Console.Error, title, TimeSpan.Zero),
        ProgressDisplay.Auto when !Console.IsErrorRedirected && !Console.IsOutputRedirected => new(Console.Error, title, TimeSpan.FromSeconds(1)),
        _ => null,
    };

    public void Show(double done, TimeSpan elapsed, TimeSpan? remaining)
    {
        if (elapsed < patience)
            return;
        var filled = (int)Math.Round(done * Width);
        var toGo = remaining is { } time ? string.Create(CultureInfo.InvariantCulture, $", {Duration(time)} left") : "";
        left = string.Create(CultureInfo.InvariantCulture, $"{title}  [{new string('#', filled)}{new string('-', Width - filled)}] {done * 100,3:F0} %  {Duration(elapsed)}{toGo}");
        if (last is { } before && elapsed - before < Pause)
            return;
        last = elapsed;
        Draw();
    }

    /// <summary>Draws what was left out and ends the line, so that what is printed next starts on one of its own.</summary>
    public void Close()
    {
        Draw();
        if (drawn > 0)
            console.WriteLine();
        drawn = 0;
    }

    private static string Duration(TimeSpan time) => time.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");

    private void Draw()
    {
        if (left is not { } line)
            return;
        left = null;
        // A line that is longer than the terminal is wide goes on in the next one, where it cannot be drawn over.
        if (ConsoleWidth() is > 1 and var width && line.Length >= width)
            line = line[..(width - 1)];
        console.Write($"\r{line.PadRight(drawn)}");
        drawn = line.Length;
    }

    /// <summary>0 where there is no terminal.</summary>
    private static int ConsoleWidth() => Console.IsErrorRedirected ? 0 : Console.WindowWidth;
}
