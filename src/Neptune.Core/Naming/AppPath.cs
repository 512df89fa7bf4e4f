namespace Neptune.Core;

/// <summary>Where the app shows an object, relative to where the app is.</summary>
internal static class AppPath
{
    /// <param name="project">The object's project.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="modelId">Of a version: its model.</param>
    public static string Of(ProjectName project, ObjectKind kind, string id, string? modelId) => $"{Of(project)}/{kind switch
    {
        ObjectKind.Run => $"runs/{id}",
        ObjectKind.Model => $"models/{id}",
        ObjectKind.ModelVersion => $"models/{modelId}/{id}",
        _ => "metadata",
    }}";

    /// <summary>Where the app shows a project.</summary>
    public static string Of(ProjectName project) => $"{Uri.EscapeDataString(project.Workspace)}/{Uri.EscapeDataString(project.Name)}";
}
