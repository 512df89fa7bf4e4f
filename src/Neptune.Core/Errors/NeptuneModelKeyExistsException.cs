namespace Neptune;

/// <summary>A model key that another model of the project already has.</summary>
public sealed class NeptuneModelKeyExistsException : NeptuneException
{
    internal NeptuneModelKeyExistsException(string key, string modelId, string project)
        : base($"Project {project} already has a model with key \"{key}\". Open it with IfExists = IfExists.Open or WithId = \"{modelId}\", or choose another key.") => ModelId = modelId;

    /// <summary>The id of the model that has the key; pass it as <c>WithId</c> to resume that model.</summary>
    public string ModelId { get; }
}
