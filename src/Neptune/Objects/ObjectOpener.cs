using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Monitoring;
using Neptune.Pumping;
using Neptune.Storage;
using Neptune.Storage.Sql;

namespace Neptune.Objects;

/// <summary>Finds or creates the object that an <c>Init</c> asks for.</summary>
internal sealed class ObjectOpener : IDisposable
{
    private readonly ObjectOptions options;
    private readonly ObjectKind kind;
    private readonly ConnectionMode mode;
    private readonly ILogger log;
    private readonly StoreLocation location;
    private readonly EmbeddedBackend backend;

    private ObjectOpener(ObjectOptions options, ObjectKind kind)
    {
        this.options = options;
        this.kind = kind;
        mode = Settings.ModeOf(options);
        if (options.Beside is null)
            Settings.RequireEmbedded(mode);
        log = Settings.LogOf(options);
        location = Settings.LocationOf(options);
        backend = new EmbeddedBackend(mode == ConnectionMode.Debug ? DebugStore.Folder : location.Folder, mode == ConnectionMode.ReadOnly) { Beats = !options.LeavesState };
        if (Store.TakeNotice() is { } notice)
            log.StoreNotice(notice);
    }

    private Store Store => backend.Store;

    public static OpenedObject Run(RunOptions options) => Open(options, ObjectKind.Run, opener =>
    {
        var customId = Settings.CustomRunIdOf(options);
        if (options.WithId is not null)
            return (opener.Existing(options.WithId), false);
        if (opener.mode == ConnectionMode.ReadOnly)
            throw new NeptuneOptionsException("Read-only mode needs an existing run: give WithId.");
        var (record, created) = opener.Store.CreateRun(opener.Project(), customId, Settings.Owner, DateTimeOffset.UtcNow);
        return (record, created);
    });

    public static OpenedObject Model(ModelOptions options) => Open(options, ObjectKind.Model, opener =>
    {
        if (options.WithId is not null)
            return (opener.Existing(options.WithId), false);
        var key = Settings.KeyOf(options);
        if (Settings.IfExistsOf(options) == IfExists.Open)
            return opener.OpenOrCreateModel(key);
        opener.RequireCreating();
        return (opener.Store.CreateModel(opener.Project(), key, Settings.Owner, DateTimeOffset.UtcNow), true);
    });

    public static OpenedObject ModelVersion(ModelVersionOptions options) => Open(options, ObjectKind.ModelVersion, opener =>
    {
        var sha256 = Settings.Sha256Of(options);
        if (options.WithId is not null)
            return (opener.Existing(options.WithId), false);
        var id = Settings.ModelOf(options);
        if (sha256 is null || opener.mode != ConnectionMode.ReadOnly)
            opener.RequireCreating();
        var model = opener.Find(id, ObjectKind.Model);
        opener.RequireUsable(model);
        if (opener.mode == ConnectionMode.ReadOnly)
        {
            return (opener.Store.FindModelVersion(model, sha256!)
                ?? throw new NeptuneNotFoundException($"No version of {id} in {opener.location.Folder} has a file with the SHA-256 {sha256}."), false);
        }
        if (sha256 is null)
            return (opener.Store.CreateModelVersion(model, Settings.Owner, DateTimeOffset.UtcNow), true);
        var (record, created) = opener.Store.FindOrCreateModelVersion(model, sha256, Settings.Owner, DateTimeOffset.UtcNow);
        return (record, created);
    });

    public static OpenedObject Project(ProjectOptions options) => Open(options, ObjectKind.Project, opener =>
    {
        if (options.WithId is not null)
            return (opener.Existing(options.WithId), false);
        var name = Settings.ProjectOf(options, opener.location);
        var project = opener.mode == ConnectionMode.ReadOnly
            ? opener.Store.FindProject(name) ?? throw MissingObject.Project(opener.Store, name)
            : opener.Store.EnsureProject(name, Settings.Owner, DateTimeOffset.UtcNow, options.Key is null ? null : Keys.Require(options.Key));
        return (opener.Store.Find(project.Uid)!, false);
    });

    public static void DeleteProject(ProjectOptions options)
    {
        var name = ProjectName.Parse(options.Name ?? options.Project ?? throw new NeptuneOptionsException("Give Name, the project to delete for ever."));
        if (Settings.ModeOf(options) is var mode and (ConnectionMode.ReadOnly or ConnectionMode.Offline))
            throw new NeptuneOptionsException($"A project cannot be deleted in {mode} mode; use another mode.");
        using var opener = new ObjectOpener(options, ObjectKind.Project);
        opener.backend.DeleteProject(name);
    }

    public void Dispose() => backend.Dispose();

    private static OpenedObject Open(ObjectOptions options, ObjectKind kind, Func<ObjectOpener, (ObjectRecord Record, bool Created)> find)
    {
        Settings.RequireTimes(options);
        var folder = options.StorePath ?? StoreLocation.FolderName;
        try
        {
            folder = Settings.LocationOf(options).Folder;
            return Settings.ModeOf(options) == ConnectionMode.Offline ? OfflineOpener.Open(options) : OpenInStore(options, kind, find);
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            throw new StoreErrors(folder).From(error);
        }
    }

    private static OpenedObject OpenInStore(ObjectOptions options, ObjectKind kind, Func<ObjectOpener, (ObjectRecord Record, bool Created)> find)
    {
        var opener = new ObjectOpener(options, kind);
        try
        {
            var (record, created) = find(opener);
            opener.RequireUsable(record);
            opener.RecoverJournals(record, created);
            return new OpenedObject(record, opener.backend, opener.mode, created, opener.log, options);
        }
        catch
        {
            opener.Dispose();
            throw;
        }
    }

    /// <summary>Finishes what dead processes logged: this object's journals now, so that it is seen whole, the others' in the background.</summary>
    private void RecoverJournals(ObjectRecord record, bool created)
    {
        if (!Directory.Exists(backend.JournalRoot))
            return;
        if (mode == ConnectionMode.ReadOnly)
        {
            RecoverForReader(record);
            return;
        }
        if (!created)
            JournalRecovery.Recover(backend, log, journal => journal.Object == record.Uid);
        if (mode != ConnectionMode.Debug)
            backend.Recovery = BackgroundRecovery.Beside(location.Folder, log);
    }

    /// <summary>A reader that may not write the store sees it as it is; it is told that something is missing.</summary>
    private void RecoverForReader(ObjectRecord record)
    {
        if (!JournalEntry.List(backend.JournalRoot).Any(entry => entry.State == JournalState.Free && entry.Info!.Object == record.Uid))
            return;
        try
        {
            using var writable = new EmbeddedBackend(location.Folder, readOnly: false);
            JournalRecovery.Recover(writable, log, journal => journal.Object == record.Uid);
        }
        catch (Exception e) when (e is NeptuneStoreException || FileSystemError.Is(e))
        {
            log.RecoveryFailed(backend.JournalRoot, e.Message);
        }
    }

    private (ObjectRecord Model, bool Created) OpenOrCreateModel(string key)
    {
        if (mode == ConnectionMode.ReadOnly)
        {
            var name = Settings.ProjectOf(options, location);
            return Store.FindProject(name) is { } project && Store.FindBySysId($"{project.Key}-{key}", project) is [var existing, ..]
                ? (existing, false)
                : throw (Store.FindProject(name) is { } found ? MissingObject.Of(Store, ObjectKind.Model, $"{found.Key}-{key}") : MissingObject.Project(Store, name));
        }
        var (model, created) = Store.FindOrCreateModel(Project(), key, Settings.Owner, DateTimeOffset.UtcNow);
        return (model, created);
    }

    /// <summary>What is in the trash takes nothing: it would go with the trash, and nobody would have seen it.</summary>
    private void RequireUsable(ObjectRecord record)
    {
        if (record.Trashed && mode != ConnectionMode.ReadOnly)
            throw new NeptuneOptionsException($"{record.SysId} is in the trash. `neptune restore {record.SysId}` brings it back; Mode = ConnectionMode.ReadOnly reads it as it is.");
    }

    private void RequireCreating()
    {
        if (mode == ConnectionMode.ReadOnly)
            throw new NeptuneOptionsException($"Read-only mode needs an existing {kind}: give WithId.");
    }

    private ProjectRecord Project() => Store.EnsureProject(Settings.ProjectOf(options, location), Settings.Owner, DateTimeOffset.UtcNow);

    private ObjectRecord Existing(string id) => Find(id, kind);

    /// <summary>An object by id: in the project if one is named, else wherever in the store the id is.</summary>
    private ObjectRecord Find(string id, ObjectKind wanted)
    {
        var project = Settings.NamedProjectOf(options) is { } named ? Store.FindProject(named) : null;
        var found = Store.FindBySysId(id, project);
        if (found.Count == 0 && project is not null)
            found = Store.FindBySysId(id);
        return found switch
        {
            [] => throw MissingObject.Of(Store, wanted, id),
            [var only] when only.Kind == wanted => only,
            [var only] => throw new NeptuneNotFoundException($"{id} is a {only.Kind}, not a {wanted}. Open it with {only.Kind}.Init."),
            _ => throw new NeptuneOptionsException($"Several projects have an object {id}: {string.Join(", ", found.Select(o => o.Project))}. Give Project."),
        };
    }
}
