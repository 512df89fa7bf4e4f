using System.Diagnostics;
using System.Reflection;

namespace Neptune.Browser.Tests;

/// <summary>What the web app's own tools say of it.</summary>
public sealed class WebProjectTests
{
    private static readonly string Folder = typeof(WebProjectTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "WebFolder").Value!;

    [Theory]
    [InlineData("test")]
    [InlineData("run", "lint")]
    public async Task Unit_tests_and_rules_of_the_web_app_pass(params string[] command)
    {
        var result = await NpmAsync(command);

        Assert.True(result.ExitCode == 0, result.Output);
    }

    private static async Task<(int ExitCode, string Output)> NpmAsync(params string[] arguments)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (Environment.GetEnvironmentVariable("CI") is null && !HasProgram(npm))
            Assert.Skip("There is no npm: apt-get install nodejs npm.");
        using var process = Process.Start(new ProcessStartInfo(npm, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{output}\n{await errors}");
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));
}
