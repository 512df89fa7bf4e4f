using Neptune.Objects;
using Neptune.Tables;

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

    /// <summary>A table of the project's runs. The query is checked at the call, and the first rows are fetched.</summary>
    /// <param name="query">Which runs, columns and order; all, newest first, by default.</param>
    /// <exception cref="NeptuneQueryException">The query cannot be understood.</exception>
    /// <exception cref="NeptuneOptionsException">Parts of the query contradict each other, or the table cannot be sorted by that field.</exception>
    public ObjectTable FetchRunsTable(TableQuery? query = null) => ObjectTable.Fetch(Core, TableRequest.Of(query, Core.Record.Project, ObjectKind.Run), query?.Limit);

    /// <inheritdoc cref="FetchRunsTable"/>
    public Task<ObjectTable> FetchRunsTableAsync(TableQuery? query = null, CancellationToken cancellation = default) =>
        ObjectTable.FetchAsync(Core, TableRequest.Of(query, Core.Record.Project, ObjectKind.Run), query?.Limit, cancellation);

    /// <summary>A table of the project's models. The query is checked at the call, and the first rows are fetched.</summary>
    /// <param name="query">Which models, columns and order; all, newest first, by default.</param>
    /// <exception cref="NeptuneQueryException">The query cannot be understood.</exception>
    /// <exception cref="NeptuneOptionsException">Parts of the query contradict each other, or the table cannot be sorted by that field.</exception>
    public ObjectTable FetchModelsTable(TableQuery? query = null) => ObjectTable.Fetch(Core, TableRequest.Of(query, Core.Record.Project, ObjectKind.Model), query?.Limit);

    /// <inheritdoc cref="FetchModelsTable"/>
    public Task<ObjectTable> FetchModelsTableAsync(TableQuery? query = null, CancellationToken cancellation = default) =>
        ObjectTable.FetchAsync(Core, TableRequest.Of(query, Core.Record.Project, ObjectKind.Model), query?.Limit, cancellation);
}
