namespace Neptune;

/// <summary>What a model can be opened with: <see cref="Key"/> to create one, <see cref="ObjectOptions.WithId"/> to go on with one.</summary>
public sealed class ModelOptions : ObjectOptions
{
    /// <summary>The model's key: 1 to 10 upper-case letters and digits, starting with a letter, unique in the project.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// What becomes of a <see cref="Key"/> that the project has already. Default: <see cref="IfExists.Throw"/>. A model that was made offline
    /// always becomes the one with its key when it is synced.
    /// </summary>
    public IfExists IfExists { get; set; }

    /// <summary>A name for people, kept in <c>sys/name</c>. A model that <see cref="IfExists.Open"/> finds keeps the one it has.</summary>
    public string? Name { get; set; }
}
