using System.Runtime.CompilerServices;
using Microsoft.Build.Locator;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>The MSBuild of the installed SDK, loaded into this process before anything asks for one. A build has the whole process, with its current folder and environment: one at a time.</summary>
internal static class InstalledMSBuild
{
    [ModuleInitializer]
    internal static void Load()
    {
        // What reaches into the builds from outside: the machine's own Neptune, and being a build server.
        foreach (var variable in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name is "CI" or "TF_BUILD" || name.StartsWith("NEPTUNE_", StringComparison.Ordinal)))
            Environment.SetEnvironmentVariable(variable, null);
        MSBuildLocator.RegisterDefaults();
    }
}
