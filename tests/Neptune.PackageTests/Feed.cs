using System.Globalization;
using System.Reflection;

namespace Neptune.PackageTests;

/// <summary>All packages of the repository, packed once into a folder under a version that nobody has cached.</summary>
public sealed class Feed : IDisposable
{
    private static readonly string[] Shippable = ["Neptune.Core", "Neptune.Storage", "Neptune", "Neptune.Cli"];

    private readonly string home = Directory.CreateTempSubdirectory("neptune-feed-").FullName;

    public Feed()
    {
        var root = typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        foreach (var project in Shippable)
            DotNet.Run(root, "pack", Path.Combine("src", project), "-c", "Release", "-o", Folder, $"-p:Version={Version}");
    }

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

    public string PathOf(string package) => Path.Combine(Folder, $"{package}.{Version}.nupkg");

    /// <summary>A folder outside the repository, with a package cache of its own that falls back on the machine's.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(home, Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);
}
