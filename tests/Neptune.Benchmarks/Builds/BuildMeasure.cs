using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Builds;

/// <summary>What the package Neptune.MSBuild adds to real builds of a console program with a model of 1 MB.</summary>
internal static partial class BuildMeasure
{
    private const int ModelSize = 1_000_000;
    private const string Unit = "ms";
    private const string Model = "models/income.zip";
    private const string Version = "0.1.0-benchmark";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        Prepare(workspace);
        List<Build> unchanged = [], registering = [], compiling = [];

        var wall = Samples.Interleaved(
            quick ? 3 : 15,
            () => Run(workspace, "plain").Wall,
            () => Noted(unchanged, Run(workspace, "app")),
            () =>
            {
                Retrain(workspace, "app");
                return Noted(registering, Run(workspace, "app"));
            },
            () =>
            {
                Retrain(workspace, "jit");
                return Noted(compiling, Run(workspace, "jit"));
            },
            // A build after a change, so that the next round's build without changes is one.
            () => Run(workspace, "app").Wall);

        var plain = new Figure("dotnet build without changes, without the package", Unit, wall[0]);
        var references = new Figure("ResolveAssemblyReferences of the same builds, for comparison", Unit, new(registering.Skip(1).Select(build => build.References)));
        var compiled = new Figure("Neptune targets, registering 1 MB, with tasks that are not compiled ahead", Unit, new(compiling.Skip(1).Select(build => build.Neptune)));
        return new(
            "Registering models in the build",
            "`dotnet build --no-restore` of a console program, from process start to end, and the time of all Neptune targets in it as MSBuild sums it up (whole milliseconds). The package is packed from the repository. Every build is a new process, so that everything is loaded anew.",
            [
                plain,
                new("dotnet build without changes, with the package", Unit, wall[1]) { Beside = plain },
                new("dotnet build that registers a new model of 1 MB and compiles its id in", Unit, wall[2]) { Beside = plain },
                new("**Neptune targets, without changes**", Unit, new(unchanged.Skip(1).Select(build => build.Neptune))) { Budget = Budget.AtMost(5) },
                new("**Neptune targets, registering 1 MB**", Unit, new(registering.Skip(1).Select(build => build.Neptune))) { Budget = Budget.AtMost(150), Beside = compiled },
                compiled,
                references,
            ]);
    }

    private static double Noted(List<Build> builds, Build build)
    {
        builds.Add(build);
        return build.Wall;
    }

    private static void Prepare(Workspace workspace)
    {
        Execute(workspace, "pack", Fact("BuildPackage"), "-c", "Release", "-o", workspace.PathOf("feed"), $"-p:Version={Version}", $"-p:NeptuneTaskRuntimes={Fact("Machine")}");
        var package = $"""
            <PropertyGroup>
              <RestoreAdditionalProjectSources>{workspace.PathOf("feed")}</RestoreAdditionalProjectSources>
              <RestorePackagesPath>{workspace.PathOf("packages")}</RestorePackagesPath>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="Neptune.MSBuild" Version="{Version}" PrivateAssets="all" />
              <NeptuneModel Include="{Model}" Key="INCOME" />
            </ItemGroup>
            """;
        foreach (var (project, content, code) in new[]
        {
            ("plain", "", "System.Console.WriteLine();"),
            ("app", package, "System.Console.WriteLine(NeptuneModels.Income.VersionId);"),
            ("jit", $"{package}<PropertyGroup><NeptuneTasksAssembly>{Fact("BuildTasks")}</NeptuneTasksAssembly></PropertyGroup>", "System.Console.WriteLine(NeptuneModels.Income.VersionId);"),
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(workspace.PathOf($"{project}/{Model}"))!);
            File.WriteAllText(workspace.PathOf($"{project}/{project}.csproj"), Project(content));
            File.WriteAllText(workspace.PathOf($"{project}/Program.cs"), code);
            Retrain(workspace, project);
            Execute(workspace, "build", project);
        }
    }

    private static void Retrain(Workspace workspace, string project) =>
        File.WriteAllBytes(workspace.PathOf($"{project}/{Model}"), RandomNumberGenerator.GetBytes(ModelSize));

    private static string Fact(string key) => typeof(BuildMeasure).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static string Project(string content) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          {content}
        </Project>
        """;

    private static Build Run(Workspace workspace, string project)
    {
        var watch = Stopwatch.StartNew();
        var printed = Execute(workspace, "build", project, "--no-restore", "-v:q", "-clp:PerformanceSummary");
        var wall = watch.Elapsed.TotalMilliseconds;
        var targets = Target().Matches(printed).Select(match => (Name: match.Groups[2].Value, Time: double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))).ToList();
        return new(
            wall,
            targets.Where(target => target.Name.TrimStart('_').StartsWith("Neptune", StringComparison.Ordinal)).Sum(target => target.Time),
            targets.First(target => target.Name == "ResolveAssemblyReferences").Time);
    }

    private static string Execute(Workspace workspace, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = workspace.Folder, RedirectStandardOutput = true };
        start.Environment["NEPTUNE_HOME"] = workspace.Folder;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{printed}");
    }

    /// <summary>A line of the performance summary: milliseconds, name, calls.</summary>
    [GeneratedRegex(@"^ +(\d+) ms +(\w+) +\d+ calls", RegexOptions.Multiline)]
    private static partial Regex Target();

    private sealed record Build(double Wall, double Neptune, double References);
}
