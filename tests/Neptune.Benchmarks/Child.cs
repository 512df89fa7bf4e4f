using System.Diagnostics;

namespace Neptune.Benchmarks;

/// <summary>This program, started once more to do a part of a measurement in a process of its own.</summary>
internal static class Child
{
    /// <param name="arguments">The verb by which the program knows what to do, and what it needs for it.</param>
    public static ProcessStartInfo Start(params string[] arguments)
    {
        var executable = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(executable) == "dotnet" ? [typeof(Child).Assembly.Location] : [];
        return new(executable, [.. host, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true };
    }
}
