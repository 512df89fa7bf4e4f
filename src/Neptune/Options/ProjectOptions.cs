namespace Neptune;

/// <summary>What a project can be opened with.</summary>
public sealed class ProjectOptions : ObjectOptions
{
    /// <summary>The project as <c>workspace/name</c>; the same as <see cref="ObjectOptions.Project"/>.</summary>
    public string? Name { get; set; }

    /// <summary>The key that the project's ids start with, used when the project is created. Default: made from its name.</summary>
    public string? Key { get; set; }
}
