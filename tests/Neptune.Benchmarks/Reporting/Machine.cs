using System.Globalization;
using BenchmarkDotNet.Environments;

namespace Neptune.Benchmarks.Reporting;

/// <summary>What a figure depends on besides the code.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>Date, cores, the load that other work makes (take it before measuring), and BenchmarkDotNet's lines on processor, system and runtime.</summary>
    public static string Describe()
    {
        var load = File.Exists(LoadFile) ? $"load {string.Join(' ', File.ReadAllText(LoadFile).Split(' ')[..3])} before" : "load unknown";
        string first = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {load}");
        return string.Join('\n', HostEnvironmentInfo.GetCurrent().ToFormattedString().Prepend(first).Where(line => line.Length > 0));
    }
}
