using System.Diagnostics;

namespace Neptune.Samples.Tests;

public sealed class QuickStartTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("quickstart-").FullName;

    [Fact]
    public void Running_it_twice_makes_two_runs_of_one_model_with_two_versions()
    {
        var first = RunSample();
        var second = RunSample();

        Assert.Contains("ADULT-1", first);
        Assert.Contains("ADULT-2", second);
        using var run = Run.Init(new() { WithId = "ADULT-2", StorePath = home, Mode = ConnectionMode.ReadOnly });
        Assert.Equal(150, run["train/loss"].FetchValues<double>().Count);
        Assert.True(run["train/loss"].FetchLast<double>() < run["train/loss"].FetchValues<double>()[0].Value);
        Assert.InRange(run["test/AreaUnderRocCurve"].Fetch<double>(), 0.88, 0.96);
        Assert.InRange(run["test/Accuracy"].Fetch<double>(), 0.83, 0.92);
        Assert.Equal(FieldType.File, run["model/file"].Type);
        Assert.Equal("ADULT-INCOME-2", run["model/version"].Fetch<string>());
        using var version = ModelVersion.Init(new() { WithId = "ADULT-INCOME-2", StorePath = home, Mode = ConnectionMode.ReadOnly });
        Assert.Equal("ADULT-2", version["run/id"].Fetch<string>());
        Assert.Contains(run.Url.ToString(), second);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private string RunSample()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QuickStart.dll")]) { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NEPTUNE_HOME"] = home;
        start.Environment["NEPTUNE_PROJECT"] = "local/adult";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        Assert.Equal("", errors.Result);
        return output;
    }
}
