using System.Globalization;

namespace Neptune.TestChild;

/// <summary>Logs files in every way after something was taken away from the process, as <see cref="LoseGround"/> does. Prints how each call ended.</summary>
public static class LoseFiles
{
    public static int Run(string trouble, string mode)
    {
        var home = Environment.GetEnvironmentVariable("NEPTUNE_HOME")!;
        var data = Directory.CreateDirectory(Path.Combine(home, "data")).FullName;
        var file = Path.Combine(data, "a.csv");
        File.WriteAllText(file, "1,2");
        // What the runtime loads when it is first used is no matter of ours.
        using (var warm = Neptune.Run.Init(new() { Mode = ConnectionMode.Debug }))
            LogFiles(warm, file, data);
        Console.WriteLine("warm");

        var run = Neptune.Run.Init(new() { CustomRunId = "lost", Mode = Enum.Parse<ConnectionMode>(mode), CaptureEnvironment = false, CaptureHardwareMetrics = false, CaptureRuntimeMetrics = false, CaptureStdout = false, CaptureStderr = false, SourceFiles = [], Dependencies = "none", GitRef = GitRef.Disabled });
        run.Wait();
        LoseGround.Take(trouble, Path.Combine(home, ".neptune"));
        LogFiles(run, file, data);
        LoseGround.Try("absent", () => run["absent"].Upload(Path.Combine(data, "absent.csv")));
        LoseGround.Try("value", () => run["value"] = 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dropped={run.Core.Session.Dropped}"));
        LoseGround.Try("stop", () => run.Stop(TimeSpan.FromSeconds(2)));
        return 0;
    }

    private static void LogFiles(Neptune.Run run, string file, string folder)
    {
        LoseGround.Try("text", () => run["text"].Upload(NeptuneFile.FromText("a file", "txt")));
        LoseGround.Try("path", () => run["path"].Upload(file));
        LoseGround.Try("bytes", () => run["bytes"] = new byte[] { 1, 2 });
        LoseGround.Try("set", () => run["set"].UploadFiles(folder));
        LoseGround.Try("series", () => run["series"].Append(NeptuneFile.FromText("a point", "txt")));
        LoseGround.Try("assigned series", () => run["assigned"].Assign(new FileSeriesValue([NeptuneFile.FromText("a point", "txt")])));
        LoseGround.Try("assigned set", () => run["assigned_set"].Assign(new FileSetValue(file)));
        LoseGround.Try("among values", () => run.Assign("params", new Dictionary<string, object> { ["lr"] = 0.1, ["config"] = NeptuneFile.FromText("lr: 0.1", "yaml") }));
    }
}
