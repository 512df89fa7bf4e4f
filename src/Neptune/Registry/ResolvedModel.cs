namespace Neptune.Registry;

/// <summary>A version with its file, as the registry has it.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="Stage">The stage it is in.</param>
/// <param name="File">The file's content.</param>
/// <param name="FilePath">The field that has it.</param>
internal sealed record ResolvedModel(string Id, string Project, ModelStage Stage, FileContent File, string FilePath);
