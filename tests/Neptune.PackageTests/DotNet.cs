using System.Diagnostics;

namespace Neptune.PackageTests;

/// <summary>Runs programs and gives back what they printed; a failure is a failed test that shows the output.</summary>
public static class DotNet
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static string Run(string folder, params string[] arguments) => Run(folder, Nothing, arguments);

    public static string Run(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) => Succeed(folder, "dotnet", variables, arguments);

    public static string Program(string folder, string program, params string[] arguments) => Succeed(folder, program, Nothing, arguments);

    /// <summary>Runs a command that must fail.</summary>
    public static string Fail(string folder, params string[] arguments) => Fail(folder, Nothing, arguments);

    public static string Fail(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var (exitCode, printed) = Execute(folder, "dotnet", variables, arguments);
        Assert.True(exitCode != 0, $"dotnet {string.Join(' ', arguments)} did not fail:\n{printed}");
        return printed;
    }

    /// <summary>Starts a program that goes on until it is ended.</summary>
    public static Process Start(string folder, string program, params string[] arguments) => Start(folder, program, Nothing, arguments);

    private static Process Start(string folder, string program, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in start.Environment.Keys.Where(IsOfThisBuild).ToList())
            start.Environment.Remove(variable);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Succeed(string folder, string program, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var (exitCode, printed) = Execute(folder, program, variables, arguments);
        Assert.True(exitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{printed}");
        return printed;
    }

    private static (int ExitCode, string Printed) Execute(string folder, string program, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        using var process = Start(folder, program, variables, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : $"{output}\n{errors.Result}");
    }

    /// <summary>Variables by which the machine that runs the tests would reach into the builds that they run.</summary>
    private static bool IsOfThisBuild(string variable) =>
        variable is "CI" or "TF_BUILD" || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("NEPTUNE_", StringComparison.Ordinal);
}
