using System.Diagnostics;
using System.Reflection;

namespace Neptune.Samples.Tests;

/// <summary>A sample, run as its README says, in a store of its own.</summary>
internal sealed class Sample : IDisposable
{
    public string Home { get; } = Directory.CreateTempSubdirectory("sample-").FullName;

    /// <summary>Runs <c>dotnet run --project samples/NAME</c>.</summary>
    /// <returns>What it printed.</returns>
    public string Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--configuration", Metadata("Configuration"), "--project", Path.Combine(Metadata("Samples"), name), "--", .. arguments])
        {
            WorkingDirectory = Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEPTUNE_HOME"] = Home;
        start.Environment["NEPTUNE_PROJECT"] = "local/samples";
        // OpenMP's threads spin by default, and starve each other where tests run side by side.
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        Assert.Equal("", errors.Result);
        return output;
    }

    public Run OpenRun(string id) => Neptune.Run.Init(new() { WithId = id, StorePath = Home, Mode = ConnectionMode.ReadOnly });

    public ModelVersion OpenVersion(string id) => ModelVersion.Init(new() { WithId = id, StorePath = Home, Mode = ConnectionMode.ReadOnly });

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private static string Metadata(string key) => typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
