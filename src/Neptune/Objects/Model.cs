using Neptune.Core.Nql;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Tables;

namespace Neptune;

/// <summary>A named model of a project. Its versions are what is trained, staged and shipped; here goes what they share.</summary>
public sealed partial class Model : NeptuneObject
{
    private Model(OpenedObject opened, ModelOptions options)
        : base(opened) => this.Describe(NameOf(opened, options));

    /// <summary>Creates a model with a key that is new in the project, opens one by id, or, with <see cref="ModelOptions.IfExists"/>, does what it takes to have one with the key.</summary>
    /// <exception cref="NeptuneModelKeyExistsException">The project has a model with the key.</exception>
    /// <exception cref="NeptuneNotFoundException">There is no model with the id, or none with the key to read.</exception>
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

    /// <summary>A table of the model's versions. The query is checked at the call, and the first rows are fetched.</summary>
    /// <param name="query">Which versions, columns and order; all, newest first, by default.</param>
    /// <exception cref="NeptuneQueryException">The query cannot be understood.</exception>
    /// <exception cref="NeptuneOptionsException">Parts of the query contradict each other, or the table cannot be sorted by that field.</exception>
    public ObjectTable FetchModelVersionsTable(TableQuery? query = null) => ObjectTable.Fetch(Core, Versions(query), query?.Limit);

    /// <inheritdoc cref="FetchModelVersionsTable"/>
    public Task<ObjectTable> FetchModelVersionsTableAsync(TableQuery? query = null, CancellationToken cancellation = default) =>
        ObjectTable.FetchAsync(Core, Versions(query), query?.Limit, cancellation);

    private static string? NameOf(OpenedObject opened, ModelOptions options)
    {
        if (opened.Created)
            return options.Name ?? Description.Untitled;
        return options.WithId is null ? null : options.Name;
    }

    private SearchRequest Versions(TableQuery? query) =>
        TableRequest.Of(query, Core.Record.Project, ObjectKind.ModelVersion, new NqlClause(new(SysFields.ModelId, FieldType.String), NqlOperator.Equal, Id));
}
