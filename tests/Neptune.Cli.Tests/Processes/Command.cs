using System.Diagnostics;
using System.Text;

namespace Neptune.Cli.Tests;

/// <summary>Runs programs to their end, away from the settings of whoever runs the tests.</summary>
public static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static CommandResult Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end: {output.Result}{errors.Result}");
        }
        return new(process.ExitCode, output.Result, errors.Result);
    }

    public static ProcessStartInfo Dotnet(params string[] arguments) => Program("dotnet", arguments);

    public static ProcessStartInfo Program(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("NEPTUNE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}
