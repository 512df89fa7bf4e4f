namespace Neptune;

/// <summary>What a model version can be opened with: <see cref="Model"/> to create one, <see cref="ObjectOptions.WithId"/> to go on with one.</summary>
public sealed class ModelVersionOptions : ObjectOptions
{
    /// <summary>The id of the model that gets a new version, such as <c>CLS-FOREST</c>.</summary>
    public string? Model { get; set; }

    /// <summary>A name for people, kept in <c>sys/name</c>.</summary>
    public string? Name { get; set; }
}
