using System.Reflection;

namespace Neptune.Capture;

/// <summary>The sources of a program that are still on this machine, as far as its debug symbols tell.</summary>
/// <param name="Folder">The project's folder; files outside it are somebody else's.</param>
/// <param name="Entrypoint">The file with <c>Main</c>, relative to the folder, with <c>/</c>.</param>
/// <param name="Files">Sources and project file, relative to the folder, with <c>/</c>, sorted.</param>
/// <param name="LeftOut">How many were too large, too many or no text.</param>
internal sealed record ProgramSources(string Folder, string Entrypoint, IReadOnlyList<string> Files, int LeftOut)
{
    public const int MostFiles = 1_000;
    public const long LargestFile = 1_000_000;
    public const long LargestTotal = 20_000_000;

    private const int Probe = 8_000;

    private static readonly string[] ProjectFiles = ["*.csproj", "*.fsproj", "*.vbproj"];
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <returns><see langword="null"/> when the program has no symbols, or its sources are not here.</returns>
    public static ProgramSources? Of(Assembly program) =>
        Path.Combine(AppContext.BaseDirectory, $"{program.GetName().Name}.dll") is var path && File.Exists(path) ? Of(path) : null;

    /// <inheritdoc cref="Of(Assembly)"/>
    public static ProgramSources? Of(string assemblyPath)
    {
        if (ProgramSymbols.Read(assemblyPath) is not { Entrypoint: { } entrypoint } symbols || !File.Exists(entrypoint))
            return null;
        var folder = ProjectFolder(Path.GetDirectoryName(entrypoint)!);
        var candidates = symbols.Documents
            .Concat(ProjectFiles.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => IsInside(file) && File.Exists(Path.Combine(folder, file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var files = Small(folder, candidates);
        return new ProgramSources(folder, Path.GetRelativePath(folder, entrypoint).Replace('\\', '/'), files, candidates.Count - files.Count);
    }

    private static string ProjectFolder(string start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (ProjectFiles.Any(pattern => Directory.EnumerateFiles(folder, pattern).Any()))
                return folder;
        }
        return start;
    }

    private static bool IsInside(string relative) =>
        !Path.IsPathRooted(relative) && relative.Split('/') is var parts && parts[0] != ".." && !BuildFolders.Contains(parts[0]);

    private static List<string> Small(string folder, List<string> candidates)
    {
        var kept = new List<string>(candidates.Count);
        var total = 0L;
        foreach (var file in candidates)
        {
            var full = Path.Combine(folder, file);
            var size = new FileInfo(full).Length;
            if (kept.Count == MostFiles || size > LargestFile || total + size > LargestTotal || !IsText(full))
                continue;
            kept.Add(file);
            total += size;
        }
        return kept;
    }

    private static bool IsText(string path)
    {
        Span<byte> start = stackalloc byte[Probe];
        using var file = File.OpenRead(path);
        return !start[..file.ReadAtLeast(start, Probe, throwOnEndOfStream: false)].Contains((byte)0);
    }
}
