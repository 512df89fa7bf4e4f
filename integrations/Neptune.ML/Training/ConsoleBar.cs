using System.Globalization;

namespace Neptune.ML.Training;

/// <summary>One line at the bottom of the console that is drawn over and over: <c>FastTreeBinary  [########----------------]  33 %  12 s, 24 s left</c>.</summary>
internal sealed class ConsoleBar(TextWriter console, string title)
{
    private const int Width = 24;
    private int drawn;

    /// <summary>A bar where one makes sense; null where the output is a file or a pipe.</summary>
    public static ConsoleBar? For(ProgressDisplay display, string title) => display switch
    {
        ProgressDisplay.Always => new(Console.Error, title),
        ProgressDisplay.Auto when !Console.IsErrorRedirected && !Console.IsOutputRedirected => new(Console.Error, title),
        _ => null,
    };

    public void Show(double done, TimeSpan elapsed, TimeSpan? remaining)
    {
        var filled = (int)Math.Round(done * Width);
        var left = remaining is { } time ? string.Create(CultureInfo.InvariantCulture, $", {Duration(time)} left") : "";
        Draw(string.Create(CultureInfo.InvariantCulture, $"{title}  [{new string('#', filled)}{new string('-', Width - filled)}] {done * 100,3:F0} %  {Duration(elapsed)}{left}"));
    }

    /// <summary>Ends the line, so that what is printed next starts on one of its own.</summary>
    public void Close()
    {
        if (drawn > 0)
            console.WriteLine();
        drawn = 0;
    }

    private static string Duration(TimeSpan time) => time.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");

    private void Draw(string line)
    {
        console.Write($"\r{line.PadRight(drawn)}");
        drawn = line.Length;
    }
}
