using Neptune.Capture.Programs;

namespace Neptune.Capture;

/// <summary>Records the program's sources in <c>source_code/files</c> and the file that holds <c>Main</c> in <c>source_code/entrypoint</c>.</summary>
internal static class SourceCapture
{
    public const string EntrypointPath = "source_code/entrypoint";
    public const string FilesPath = "source_code/files";

    /// <param name="run">The run.</param>
    /// <param name="globs">What its options name.</param>
    /// <param name="sources">The sources of the program.</param>
    /// <param name="created">Whether the run is new.</param>
    /// <returns><see langword="null"/> when there is nothing to record.</returns>
    public static Action? For(Run run, IReadOnlyCollection<string>? globs, Lazy<ProgramSources?> sources, bool created)
    {
        if (globs is null)
            return created ? () => RecordProgram(run, sources.Value) : null;
        if (globs.Count == 0)
            return null;
        string[] full = [.. globs.Select(CapturePath.Full)];
        return () => RecordGlobs(run, full, created ? sources : null);
    }

    private static void RecordGlobs(Run run, string[] globs, Lazy<ProgramSources?>? sources)
    {
        if (sources is not null)
            RecordEntrypoint(run, sources.Value);
        run[FilesPath].UploadFiles(globs);
    }

    private static void RecordProgram(Run run, ProgramSources? sources)
    {
        RecordEntrypoint(run, sources);
        if (sources is { Files.Count: > 0 })
            Upload(run, sources);
        if (sources is { LeftOut: > 0 })
            run.Core.Log.SourcesLeftOut(run.Id, sources.LeftOut);
    }

    private static void RecordEntrypoint(Run run, ProgramSources? sources)
    {
        if ((sources?.Entrypoint ?? RunningProgram.Current?.FileName) is { } entrypoint)
            run[EntrypointPath].Assign(entrypoint);
    }

    private static void Upload(Run run, ProgramSources sources)
    {
        if (run.Core.Prepare(FilesPath, () => sources.Files.Select(name => SetFiles.Stage(run.Core, Path.Combine(sources.Folder, name), name)).ToList()) is not { } files)
            return;
        run[FilesPath].Claim(FieldType.FileSet, "sources");
        run.Core.Write(new AddFilesOperation(FilesPath, files, Replace: false));
    }
}
