using System.Runtime.CompilerServices;

namespace Neptune.Cli.Tests;

public sealed class PackageTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void The_packed_tool_installs_from_a_folder_and_runs()
    {
        var id = store.Run(name: "from the tool");
        var feed = Path.Combine(store.Home, "feed");
        var tools = Path.Combine(store.Home, "tools");
        var sources = Path.Combine(store.Home, "nuget.config");
        File.WriteAllText(sources, $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");

        Succeed("pack", ProjectFile(), "--no-build", "--configuration", Configuration, "--output", feed);
        Succeed("tool", "install", "Neptune.Cli", "--tool-path", tools, "--configfile", sources);
        var result = Command.Run(Command.Program(Path.Combine(tools, "neptune"), "ls", "runs", "--store", store.Home));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains($"{id}  from the tool", result.Output);
    }

    public void Dispose() => store.Dispose();

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string ProjectFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Neptune.Cli", "Neptune.Cli.csproj"));

    private static void Succeed(params string[] arguments)
    {
        var result = Command.Run(Command.Dotnet(arguments));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }
}
