using System.Globalization;

namespace Neptune.TestChild;

/// <summary>
/// Trains and logs while something is taken away from the process at one step: write permission, file descriptors, room, or the store's
/// folder. Prints how each call ended, so that the test can tell typed errors from others.
/// </summary>
public static class LoseGround
{
    public const int PointsEach = 400_000;

    public const int Rounds = 2;

    private static readonly List<FileStream> Descriptors = [];

    public static int Run(string trouble, string step)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("NEPTUNE_HOME")!, ".neptune");
        BrokenOutput.BreakConsole();
        Neptune.Run? run = null;
        FloatSeries? loss = null;
        // What the runtime loads when it is first used is no matter of ours.
        using (var warm = Neptune.Run.Init(new() { Mode = ConnectionMode.Debug }))
        {
            Log(warm, warm.GetFloatSeries("loss"), 0);
            warm["loss"].FetchLast<double>();
        }
        Console.WriteLine("warm");
        At("init");
        Try("init", () =>
        {
            run = Neptune.Run.Init(new() { CustomRunId = "lost", CaptureEnvironment = false, SourceFiles = [], Dependencies = "none", GitRef = GitRef.Disabled, FlushPeriod = TimeSpan.FromMilliseconds(10), DropAfter = TimeSpan.FromSeconds(5), Logger = BrokenOutput.Logger });
            loss = run.GetFloatSeries("loss");
        });
        if (run is null || loss is null)
            return 0;
        Try("start", () => Log(run, loss, 0));
        At("log");
        Try("log", () => Log(run, loss, 1));
        Try("read", () => run["loss"].FetchLast<double>());
        At("stop");
        if (step != "exit")
            Try("stop", () => run.Stop(TimeSpan.FromSeconds(5)));
        At("exit");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dropped={run.Core.Session.Dropped}"));
        return 0;

        void At(string reached)
        {
            if (reached == step)
                Take(trouble, folder);
        }
    }

    private static void Log(Neptune.Run run, FloatSeries loss, int round)
    {
        run["params/round"] = round;
        for (var i = 0; i < PointsEach; i++)
            loss.Append(i);
    }

    internal static void Take(string trouble, string folder)
    {
        switch (trouble)
        {
            case "permission" when !OperatingSystem.IsWindows():
                foreach (var inside in (string[])[.. Directory.GetDirectories(folder, "*", SearchOption.AllDirectories), folder])
                    File.SetUnixFileMode(inside, UnixFileMode.UserRead | UnixFileMode.UserExecute);
                break;
            case "access" when !OperatingSystem.IsWindows():
                File.SetUnixFileMode(folder, UnixFileMode.None);
                break;
            case "place":
                Directory.Move(folder, $"{folder}-elsewhere");
                break;
            case "descriptors":
                try
                {
                    while (true)
                        Descriptors.Add(File.OpenRead("/dev/null"));
                }
                catch (IOException)
                {
                    // That was the last one.
                }
                break;
            case "room":
                FillDisk(Path.Combine(Path.GetDirectoryName(folder)!, "ballast"));
                break;
            case "folder":
                Directory.Delete(folder, recursive: true);
                break;
            default:
                throw new ArgumentException($"Unknown trouble: {trouble}");
        }
    }

    private static void FillDisk(string ballast)
    {
        using var file = File.Create(ballast, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    internal static void Try(string what, Action call)
    {
        try
        {
            call();
            Console.WriteLine($"{what}: done");
        }
        catch (NeptuneException e)
        {
            Console.WriteLine($"{what}: {e.GetType().Name}: {e.Message}");
        }
        catch (Exception e)
        {
            Console.WriteLine($"{what}: RAW {e}");
        }
    }
}
