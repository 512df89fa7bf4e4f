using Neptune.Objects;
using Neptune.Tables;

namespace Neptune;

/// <summary>The metadata of a project, which all its objects share. In the embedded store a project is created on first use.</summary>
public sealed partial class Project : NeptuneObject
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

    /// <summary>Puts runs, models and model versions of the project into the trash: they leave every table and listing. All of them or none.</summary>
    /// <param name="ids">Their ids, such as <c>CLS-12</c>.</param>
    /// <exception cref="NeptuneNotFoundException">The project has no object with one of the ids.</exception>
    /// <exception cref="NeptuneReadOnlyException">The project was opened read-only.</exception>
    public void TrashObjects(params string[] ids) => Core.Backend.SetTrashed(ToChange(ids), trashed: true);

    /// <inheritdoc cref="TrashObjects"/>
    public Task TrashObjectsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default) => Task.Run(() => TrashObjects([.. ids]), cancellation);

    /// <summary>Takes objects of the project out of the trash. All of them or none.</summary>
    /// <inheritdoc cref="TrashObjects"/>
    public void RestoreObjects(params string[] ids) => Core.Backend.SetTrashed(ToChange(ids), trashed: false);

    /// <inheritdoc cref="RestoreObjects"/>
    public Task RestoreObjectsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default) => Task.Run(() => RestoreObjects([.. ids]), cancellation);

    /// <summary>Deletes for ever what is in the trash, a model with its versions. All of it or nothing.</summary>
    /// <exception cref="NeptuneOptionsException">One of the objects is not in the trash.</exception>
    /// <inheritdoc cref="TrashObjects"/>
    public void DeleteObjects(params string[] ids) => Core.Backend.Delete(ToChange(ids));

    /// <inheritdoc cref="DeleteObjects"/>
    public Task DeleteObjectsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default) => Task.Run(() => DeleteObjects([.. ids]), cancellation);

    /// <summary>Deletes for ever everything of the project that is in the trash.</summary>
    /// <returns>The ids of what was deleted.</returns>
    /// <exception cref="NeptuneReadOnlyException">The project was opened read-only.</exception>
    public IReadOnlyList<string> ClearTrash()
    {
        Core.RequireWritable();
        return Core.Backend.ClearTrash(Core.Record.Project);
    }

    /// <inheritdoc cref="ClearTrash"/>
    public Task<IReadOnlyList<string>> ClearTrashAsync(CancellationToken cancellation = default) => Task.Run(ClearTrash, cancellation);

    /// <summary>Deletes a project for ever, with all its runs, models and versions, those in the trash too.</summary>
    /// <param name="options">The project; its <see cref="ProjectOptions.Name"/> must be given, whatever the environment says.</param>
    /// <exception cref="NeptuneNotFoundException">There is no such project.</exception>
    /// <exception cref="NeptuneOptionsException">No name is given, the mode does not write to a store, or a process is writing to an object of the project; nothing is deleted.</exception>
    public static void DeleteProject(ProjectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ObjectOpener.DeleteProject(options);
    }

    /// <inheritdoc cref="DeleteProject"/>
    public static Task DeleteProjectAsync(ProjectOptions options, CancellationToken cancellation = default) => Task.Run(() => DeleteProject(options), cancellation);

    private IReadOnlyList<Guid> ToChange(string[] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Core.RequireWritable();
        return Core.Backend.Resolve(Core.Record.Project, ids);
    }
}
