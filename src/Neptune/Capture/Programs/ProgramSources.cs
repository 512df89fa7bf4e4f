namespace Neptune.Capture.Programs;

/// <summary>The sources of a program that are still on this machine, as far as its debug symbols tell.</summary>
/// <param name="Folder">The project's folder, or that of a program of one file; files outside it are somebody else's.</param>
/// <param name="Entrypoint">The file with <c>Main</c>, relative to the folder, with <c>/</c>; <see langword="null"/> when the compiler was given one from elsewhere, as for tests.</param>
/// <param name="Files">Sources and project file, relative to the folder, with <c>/</c>, sorted.</param>
/// <param name="LeftOut">How many were too large, too many or no text.</param>
internal sealed record ProgramSources(string Folder, string? Entrypoint, IReadOnlyList<string> Files, int LeftOut)
{
    public const int MostFiles = 1_000;
    public const long LargestFile = 1_000_000;
    public const long LargestTotal = 20_000_000;

    private const int Probe = 8_000;

    /// <returns><see langword="null"/> when the program has no symbols, or its sources are not here.</returns>
    public static ProgramSources? Of(RunningProgram program)
    {
        var symbols = ProgramSymbols.Read(program);
        if (program.SourceFile is { } file && File.Exists(file))
        {
            // What dotnet run generates for it may lie below its folder too, when that is the home folder.
            var output = Path.Combine(program.Folder, "..", "..");
            return In(Path.GetDirectoryName(file)!, file, [file, .. (symbols?.Documents ?? []).Where(document => Relative(output, document).StartsWith("../", StringComparison.Ordinal))]);
        }
        if (symbols is null)
            return null;
        var folder = ProjectFolder.Of(symbols) ?? (File.Exists(symbols.Entrypoint) ? Path.GetDirectoryName(symbols.Entrypoint) : null);
        return folder is null ? null : In(folder, symbols.Entrypoint, [.. symbols.Documents, .. ProjectFolder.Files(folder)]);
    }

    private static ProgramSources In(string folder, string? entrypoint, IEnumerable<string> files)
    {
        var candidates = files
            .Select(file => Relative(folder, file))
            .Where(file => ProjectFolder.HasOwn(file) && PathKinds.Of(Path.Combine(folder, file)) == PathKind.File)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var kept = Small(folder, candidates);
        var main = entrypoint is null ? null : Relative(folder, entrypoint);
        return new ProgramSources(folder, candidates.Find(file => file == main), kept, candidates.Count - kept.Count);
    }

    private static string Relative(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

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
