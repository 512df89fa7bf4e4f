using System.Globalization;
using System.Reflection;
using Neptune.PackageTests;

[assembly: AssemblyFixture(typeof(Feed))]

namespace Neptune.PackageTests;

/// <summary>All packages of the repository, packed once for all tests into a folder, under a version that nobody has cached.</summary>
public sealed class Feed : IDisposable
{
    private static readonly string[] Shippable = ["src/Neptune.Core", "src/Neptune.Storage", "src/Neptune", "src/Neptune.Server", "src/Neptune.Cli", "integrations/Neptune.MSBuild", "integrations/Neptune.ML", "integrations/Neptune.ML.Pictures"];

    private readonly string home = Directory.CreateTempSubdirectory("neptune-feed-").FullName;

    public Feed()
    {
        foreach (var project in Shippable)
            DotNet.Run(Fact("RepositoryRoot"), "pack", project, "-c", "Release", "-o", Folder, $"-p:Version={Version}", $"-p:NeptuneTaskRuntimes={Machine}");
    }

    /// <summary>The kind of machine that this is, as the SDK calls it.</summary>
    public static string Machine => Fact("Machine");

    public string Folder => Path.Combine(home, "feed");

    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{Environment.ProcessId}");

    /// <summary>A configuration in which the feed is the only source: a tool needs nothing but its own package.</summary>
    public string OnlySource
    {
        get
        {
            // In a folder of its own: projects in folders below one with such a file would have no other source either.
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(home, "only")).FullName, "nuget.config");
            File.WriteAllText(file, $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{Folder}\" /></packageSources></configuration>");
            return file;
        }
    }

    /// <summary>Where the projects of tests that share it unpack packages; it goes with the feed.</summary>
    public string PackageCache => Path.Combine(home, "packages");

    /// <summary>What the machine has unpacked already: with it, restoring needs no network.</summary>
    private static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Where projects find the packages: here, else where the machine finds them.</summary>
    public string RestoreProperties => $"""
        <RestoreAdditionalProjectSources>{Folder}</RestoreAdditionalProjectSources>
        <RestorePackagesPath>{PackageCache}</RestorePackagesPath>
        <RestoreFallbackFolders>{MachineCache}</RestoreFallbackFolders>
        """;

    public string PathOf(string package) => Path.Combine(Folder, $"{package}.{Version}.nupkg");

    /// <summary>A folder outside the repository.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(home, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Where the tasks of this machine are unpacked.</summary>
    public string TaskFolder => Path.Combine(PackageCache, "neptune.msbuild", Version, "tasks", "net10.0", Machine);

    public void Dispose() => Directory.Delete(home, recursive: true);

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Fact("RepositoryRoot"), file));

    private static string Fact(string key) => typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
