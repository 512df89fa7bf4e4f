using System.Reflection;

namespace Neptune.Capture;

/// <summary>Records the program's sources in <c>source_code/files</c> and the file that holds <c>Main</c> in <c>source_code/entrypoint</c>.</summary>
internal static class SourceCapture
{
    public const string EntrypointPath = "source_code/entrypoint";
    public const string FilesPath = "source_code/files";

    /// <returns><see langword="null"/> when there is nothing to record.</returns>
    public static Action? For(Run run, IReadOnlyCollection<string>? globs, bool created)
    {
        if (globs is null)
            return created ? () => RecordProgram(run) : null;
        if (globs.Count == 0)
            return null;
        string[] full = [.. globs.Select(CapturePath.Full)];
        return () => RecordGlobs(run, full, created);
    }

    private static void RecordGlobs(Run run, string[] globs, bool created)
    {
        if (created && Program() is { } program && (ProgramSources.Of(program)?.Entrypoint ?? FileName(program)) is { } entrypoint)
            run[EntrypointPath].Assign(entrypoint);
        run[FilesPath].UploadFiles(globs);
    }

    private static void RecordProgram(Run run)
    {
        if (Program() is not { } program)
            return;
        var sources = ProgramSources.Of(program);
        if ((sources?.Entrypoint ?? FileName(program)) is { } entrypoint)
            run[EntrypointPath].Assign(entrypoint);
        if (sources is { Files.Count: > 0 })
            Upload(run, sources);
        if (sources is { LeftOut: > 0 })
            run.Core.Log.SourcesLeftOut(run.Id, sources.LeftOut);
    }

    private static void Upload(Run run, ProgramSources sources)
    {
        var files = sources.Files.Select(name => SetFiles.Stage(run.Core, Path.Combine(sources.Folder, name), name)).ToList();
        run[FilesPath].Claim(FieldType.FileSet, "sources");
        run.Core.Write(new AddFilesOperation(FilesPath, files, Replace: false));
    }

    private static Assembly? Program() => Assembly.GetEntryAssembly();

    private static string? FileName(Assembly program) => program.GetName().Name is { } name ? name + ".dll" : null;
}
