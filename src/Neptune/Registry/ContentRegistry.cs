using Neptune.Backends;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Values;

namespace Neptune.Registry;

/// <summary>
/// The versions of models by the content of their files, asked for and taken without opening an object: a build needs an id and a
/// stage, not a journal.
/// </summary>
internal sealed class ContentRegistry : IDisposable
{
    private readonly EmbeddedBackend backend;
    private readonly StoreSettings settings;
    private readonly StorePatience patience;

    /// <param name="settings">The store; in read-only mode nothing can be taken.</param>
    /// <param name="patience">How long what is written waits for others who write.</param>
    /// <exception cref="NeptuneNotFoundException">There is no store to read.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be opened.</exception>
    public ContentRegistry(StoreSettings settings, StorePatience patience)
    {
        Settings.RequireEmbedded(settings.Mode);
        this.settings = settings;
        this.patience = patience;
        backend = new(settings.Folder, settings.Mode == ConnectionMode.ReadOnly);
    }

    private Store Store => backend.Store;

    /// <summary>The version of a model that a content is. Model and version are made when there are none.</summary>
    /// <exception cref="NeptuneStoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled the wait for another writer.</exception>
    public ContentVersion FindOrCreate(string? project, string key, string sha256) => patience.Wait(Store.Folder, waiting =>
    {
        var now = DateTimeOffset.UtcNow;
        var model = FindModel(project, key) ?? FindOrCreateModel(project, key, now, waiting);
        var (version, created) = Store.FindOrCreateModelVersion(model, sha256, Settings.Owner, now, cancellation: waiting);
        if (created)
            Name(version, Description.Untitled, waiting);
        return Describe(version);
    });

    /// <summary>The version of a model that a content is, if it is registered.</summary>
    public ContentVersion? Find(string? project, string key, string sha256) =>
        FindModel(project, key) is { } model && Store.FindModelVersion(model, sha256) is { } version ? Describe(version) : null;

    /// <summary>Whether a version has a field.</summary>
    public bool Has(ContentVersion version, string path) => Store.ReadField(version.Uid, path) is not null;

    /// <summary>The value of a string field of a version, if it has it.</summary>
    public string? Text(ContentVersion version, string path) => Store.ReadField(version.Uid, path)?.Scalar?.Text;

    /// <summary>The id of the run of the version's project that has a content among its files: the one that trained it.</summary>
    public string? TrainedBy(ContentVersion version, string sha256) => Store.FindRunByContent(version.ProjectId, sha256)?.SysId;

    /// <summary>Writes fields of a version, all in one transaction.</summary>
    /// <param name="version">The version.</param>
    /// <param name="operations">What to write.</param>
    /// <param name="file">The path of the version's file, when the store is to get it.</param>
    /// <exception cref="NeptuneFieldTypeException">The version has a field of a type that a value does not fit; nothing is written.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be written; nothing is.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled the wait for another writer; nothing is written.</exception>
    public void Record(ContentVersion version, IReadOnlyList<Operation> operations, string? file)
    {
        List<Operation> all = [.. operations.Select(operation => Fit(version, operation))];
        if (file is not null)
        {
            var source = NeptuneFile.FromPath(file);
            using var content = source.OpenRead();
            all.Insert(0, new AssignFileOperation(RegisteredVersions.FilePath, Store.Blobs.Import(content, source.Extension)));
        }
        if (all.Count > 0 && patience.Wait(Store.Folder, waiting => Store.Apply(version.Uid, all, cancellation: waiting)).Errors is [var refused, ..])
            throw new NeptuneFieldTypeException(refused.Path, refused.Message);
    }

    public void Dispose() => backend.Dispose();

    /// <summary>The operation with its value as the field's type has it, as the object API would write it.</summary>
    private Operation Fit(ContentVersion version, Operation operation)
    {
        if (operation is not AssignOperation { Value: var value } assign || Store.ReadField(version.Uid, operation.Path) is not { } existing || existing.Type == value.Type)
            return operation;
        return Coercion.Fit(value, existing.Type) is { } fitted
            ? assign with { Value = fitted }
            : throw new NeptuneFieldTypeException(operation.Path, existing.Type, $"a {value.Type} value");
    }

    private ProjectName NameOf(string? project) =>
        (project ?? settings.Project) is { } named ? ProjectName.Parse(named) : StoreLocation.Find(settings.Folder).DefaultProject;

    private ObjectRecord? FindModel(string? project, string key) =>
        Store.FindProject(NameOf(project)) is { } found && Store.FindBySysId(IdOf(found, key), found) is [{ Kind: ObjectKind.Model } model, ..] ? model : null;

    private ObjectRecord FindOrCreateModel(string? project, string key, DateTimeOffset now, CancellationToken waiting)
    {
        var owner = Store.EnsureProject(NameOf(project), Settings.Owner, now, cancellation: waiting);
        var (model, created) = Store.FindOrCreateModel(owner, key, Settings.Owner, now, cancellation: waiting);
        if (created)
            Name(model, key, waiting);
        return model;
    }

    private void Name(ObjectRecord target, string name, CancellationToken waiting) =>
        Store.Apply(target.Uid, [new AssignOperation(SysFields.Name, ScalarValue.String(name))], cancellation: waiting);

    private ContentVersion Describe(ObjectRecord version) => new(
        version.Uid,
        version.SysId,
        version.ProjectId,
        version.Project.ToString(),
        backend.UrlOf(version),
        Enum.Parse<ModelStage>(Store.ReadField(version.Uid, SysFields.Stage)!.Scalar!.Value.Text!, ignoreCase: true),
        version.Trashed);

    private static string IdOf(ProjectRecord project, string key) => $"{project.Key}-{key}";
}
