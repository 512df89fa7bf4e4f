using Neptune.Objects;

namespace Neptune;

/// <summary>A named model of a project. Its versions are what is trained, staged and shipped; here goes what they share.</summary>
public sealed class Model : NeptuneObject
{
    private Model(OpenedObject opened, ModelOptions options)
        : base(opened) => this.Describe(options.Name ?? (opened.Created ? Description.Untitled : null));

    /// <summary>Creates a model with a key that is new in the project, or opens one by id.</summary>
    /// <exception cref="NeptuneModelKeyExistsException">The project has a model with the key.</exception>
    /// <exception cref="NeptuneNotFoundException">There is no model with the id.</exception>
    /// <exception cref="NeptuneNameException">The key breaks the rules.</exception>
    /// <exception cref="NeptuneOptionsException">Neither key nor id is given.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be opened.</exception>
    public static Model Init(ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(ObjectOpener.Model(options), options);
    }

    /// <inheritdoc cref="Init"/>
    public static Task<Model> InitAsync(ModelOptions options, CancellationToken cancellation = default) => Task.Run(() => Init(options), cancellation);
}
