using System.Reflection;

namespace Neptune.PackageTests.Build;

/// <summary>The sample, in a copy beside the sources that it needs, so that it trains, builds and prints as in a fresh clone.</summary>
public sealed class Sample : IDisposable
{
    private static readonly string Root = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private readonly string folder = Path.Combine(Root, "artifacts", $"sample-{Guid.NewGuid():N}");

    [Fact]
    public void The_sample_registers_checks_pins_and_prints()
    {
        foreach (var file in new[] { "BuildRegistration.csproj", "Program.cs", "Train/Train.csproj", "Train/Program.cs" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(Root, "samples", "BuildRegistration", file), Path.Combine(folder, file));
        }
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), """<Project><Import Project="../../src/Directory.Build.props" /></Project>""");
        string[] settings = [$"-p:NeptuneStorePath={folder}", $"-p:NeptuneModelCache={folder}/cache"];

        var built = DotNet.Run(folder, ["build", "BuildRegistration.csproj", "-v:n", .. settings]);
        var printed = DotNet.Program(folder, Path.Combine(folder, "bin/Debug/net10.0/BuildRegistration"));
        File.WriteAllText(Path.Combine(folder, "models/income.metrics.json"), """{ "test": { "auc": 0.7 } }""");
        var refused = DotNet.Fail(folder, ["build", "BuildRegistration.csproj", "--no-restore", .. settings]);

        Assert.Contains("is registered as BLD-INCOME-2, Staging, trained by BLD-1", built);
        Assert.Contains("BLD-INCOME-1 in Production has 0.", built);
        Assert.Contains("INCOME    BLD-INCOME-2, Staging, models/income.zip", printed);
        Assert.Contains("BASELINE  BLD-BASELINE-1, Production, models/baseline.zip", printed);
        Assert.DoesNotContain("NOT the file", printed);
        Assert.Contains("error NEPB0015: INCOME is worse than allowed: test/auc is 0.7", refused);
        Assert.True(File.Exists(Path.Combine(folder, "neptune.lock.json")));
        Assert.True(File.Exists(Path.Combine(folder, "obj/Debug/net10.0/neptune/NeptuneModels.g.cs")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
