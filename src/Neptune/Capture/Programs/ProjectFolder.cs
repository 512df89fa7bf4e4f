namespace Neptune.Capture.Programs;

/// <summary>The folder of the project that a program was built from.</summary>
internal static class ProjectFolder
{
    private const string Output = "bin";
    private const string Intermediate = "obj";

    private static readonly string[] Patterns = ["*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>What is no reason to fail: folders above a project may be closed to its user.</summary>
    private static readonly EnumerationOptions Accessible = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Of the projects whose files were compiled into a program, the one that the compiler wrote for; else that of the entry point; else that of most files.</summary>
    public static string? Of(ProgramSymbols symbols)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        return symbols.Documents
            .Where(File.Exists)
            .GroupBy(file => Around(Path.GetDirectoryName(file)!, known))
            .Where(files => files.Key is not null)
            .MaxBy(files => (files.Any(file => FirstPart(files.Key!, file) == Intermediate), files.Any(file => file == symbols.Entrypoint), files.Count()))?
            .Key;
    }

    /// <summary>The project whose output a program is, by where it lies.</summary>
    public static string? OfOutput(string folder) => Around(folder, []) is { } project && FirstPart(project, folder) == Output ? project : null;

    public static IEnumerable<string> Files(string folder) => Patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, Accessible));

    /// <summary>Whether a relative path stays inside and is not of what was built.</summary>
    public static bool HasOwn(string relative) => !Path.IsPathRooted(relative) && relative.Split('/')[0] is not (".." or Output or Intermediate);

    private static string FirstPart(string folder, string path) => Path.GetRelativePath(folder, path).Split('/', '\\')[0];

    private static string? Around(string folder, Dictionary<string, string?> known)
    {
        if (known.TryGetValue(folder, out var project))
            return project;
        project = Files(folder).Any() ? folder : Path.GetDirectoryName(folder) is { } parent ? Around(parent, known) : null;
        return known[folder] = project;
    }
}
