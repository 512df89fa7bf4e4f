namespace Neptune.Benchmarks;

/// <summary>Folders of the repository, and temporary ones on the same disk that go with their owner.</summary>
internal sealed class Workspace : IDisposable
{
    private const string SolutionName = "Neptune.Integrations.sln";

    public Workspace()
    {
        Folder = Path.Combine(Root, "artifacts", "temp", Path.GetRandomFileName());
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public static string BenchmarkArtifacts => Path.Combine(Root, "artifacts", "benchmarks");

    private static string Root { get; } = Upwards(AppContext.BaseDirectory).FirstOrDefault(folder => File.Exists(Path.Combine(folder, SolutionName)))
        ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has {SolutionName}; run the benchmarks from a clone.");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public static void SaveResult(string name, string text)
    {
        var results = Directory.CreateDirectory(Path.Combine(Root, "tests", "Neptune.Benchmarks", "results"));
        File.WriteAllText(Path.Combine(results.FullName, $"{name}.md"), text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            yield return at;
    }
}
