namespace Neptune;

/// <summary>What a model version can be opened with: <see cref="Model"/> to create one, <see cref="ObjectOptions.WithId"/> to go on with one.</summary>
public sealed class ModelVersionOptions : ObjectOptions
{
    /// <summary>The id of the model that gets a new version, such as <c>CLS-FOREST</c>.</summary>
    public string? Model { get; set; }

    /// <summary>
    /// The SHA-256 of the model's file, 64 lower-case hex digits: opens the version of <see cref="Model"/> that has the file in its field
    /// <c>model/file</c> or <c>model</c> or was made for it, and creates one only when there is none. Any number of processes that register
    /// one file get one version. In read-only mode a version that does not exist is a <see cref="NeptuneNotFoundException"/>.
    /// </summary>
    public string? Sha256 { get; set; }

    /// <summary>A name for people, kept in <c>sys/name</c>.</summary>
    public string? Name { get; set; }
}
