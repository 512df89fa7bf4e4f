using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML;

namespace QuickStart;

/// <summary>What somebody needs to know who wants to get the same result elsewhere.</summary>
internal sealed record MachineInfo(string Os, string Dotnet, string? MlNet, int Cores, string CommandLine)
{
    public static MachineInfo Current() => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        Environment.ProcessorCount,
        Environment.CommandLine);
}
