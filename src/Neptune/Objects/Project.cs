using Neptune.Objects;

namespace Neptune;

/// <summary>The metadata of a project, which all its objects share. In the embedded store a project is created on first use.</summary>
public sealed class Project : NeptuneObject
{
    private Project(OpenedObject opened)
        : base(opened)
    {
    }

    /// <summary>Opens a project.</summary>
    /// <exception cref="NeptuneNameException">The name is no <c>workspace/name</c>.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be opened.</exception>
    public static Project Init(ProjectOptions? options = null) => new(ObjectOpener.Project(options ?? new()));

    /// <inheritdoc cref="Init"/>
    public static Task<Project> InitAsync(ProjectOptions? options = null, CancellationToken cancellation = default) => Task.Run(() => Init(options), cancellation);
}
