using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Objects;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>
/// Carries what was logged offline into a store: makes the object, unless an earlier attempt has made it, and applies its journal.
/// The object keeps the uid it got offline, so that an attempt that was cut short is continued and not repeated.
/// </summary>
internal static class OfflineSync
{
    /// <summary>Syncs every offline journal that no living process holds.</summary>
    /// <param name="backend">The store.</param>
    /// <param name="log">Told about what could not be applied.</param>
    /// <param name="only">Which journals are wanted; all when <see langword="null"/>.</param>
    /// <param name="progress">Told after each journal, with the id that the object has now.</param>
    /// <param name="batch">Told after each batch how many bytes and records it had.</param>
    /// <exception cref="NeptuneNotFoundException">An object that was resumed, or the model of a version, is not in the store.</exception>
    public static void Run(EmbeddedBackend backend, ILogger log, Func<JournalInfo, bool>? only = null, Action<RecoveredJournal, ObjectRecord>? progress = null, Action<long, int>? batch = null)
    {
        var root = OfflineBackend.RootOf(backend.Store.Folder);
        JournalFolder.RemoveLeftovers(root, journal => backend.ForgetJournal(journal, CancellationToken.None));

        // Models before their versions.
        var entries = JournalEntry.List(root).ToList();
        foreach (var entry in entries.Where(entry => entry.State == JournalState.Unreadable))
            log.JournalUnreadable(entry.Path, entry.Note!.Reason);
        var paths = entries.Where(entry => entry.State == JournalState.Free && only?.Invoke(entry.Info!) != false)
            .OrderBy(entry => entry.Info!.Kind == ObjectKind.ModelVersion).ThenBy(entry => entry.Info!.Started).Select(entry => entry.Path).ToList();
        var ids = MakeAll(backend.Store, paths);
        foreach (var path in paths)
        {
            if (!JournalFolder.TryTakeOver(path, out var folder))
                continue;
            using (folder)
            {
                var target = Target(backend.Store, folder.Info);
                var recovered = JournalRecovery.Recover(backend, log, folder, target.Uid, batch, operation => ids.Resolve(folder.Info.Project, operation));
                progress?.Invoke(recovered, target);
            }
        }
    }

    /// <summary>Makes all objects before anything goes into them, as a run and the version that it made name each other.</summary>
    private static ProvisionalIds MakeAll(Store store, IReadOnlyList<string> paths)
    {
        var ids = new ProvisionalIds();
        foreach (var path in paths)
        {
            if (!JournalFolder.TryTakeOver(path, out var folder))
                continue;
            using (folder)
            {
                try
                {
                    ids.Add(folder.Info, Target(store, folder.Info).SysId);
                }
                catch (Exception e) when (e is NeptuneNotFoundException or NeptuneCorruptDataException)
                {
                    // It ends the sync when its turn comes; those before it are not to wait for it.
                }
            }
        }
        return ids;
    }

    private static ObjectRecord Target(Store store, JournalInfo info)
    {
        if (info.Creation is not { } creation)
            throw new NeptuneCorruptDataException($"The offline journal of {info.Id} does not say what to make of it.");
        if (store.Find(info.Object) is { } made)
            return made;
        var project = store.EnsureProject(ProjectName.Parse(info.Project), creation.Owner, creation.At);
        return (creation, info.Kind) switch
        {
            ({ WithId: { } id }, _) => Require(store, id, project, info.Kind),
            (_, ObjectKind.Run) => store.CreateRun(project, creation.CustomRunId, creation.Owner, creation.At, info.Object).Record,
            (_, ObjectKind.Model) => Model(store, project, creation, creation.ModelKey!, info.Object),
            (_, ObjectKind.ModelVersion) => Version(store, project, creation, info.Object),
            _ => store.Find(project.Uid)!,
        };
    }

    /// <summary>A model that the project has already gets what was logged to the one made offline; one it has not is made, also for the sake of a version.</summary>
    private static ObjectRecord Model(Store store, ProjectRecord project, CreationRequest creation, string key, Guid uid) =>
        store.FindOrCreateModel(project, key, creation.Owner, creation.At, uid).Record;

    private static ObjectRecord Version(Store store, ProjectRecord project, CreationRequest creation, Guid uid)
    {
        var model = creation.Model!.StartsWith(OfflineOpener.IdPrefix, StringComparison.Ordinal)
            ? Model(store, project, creation, creation.Model[OfflineOpener.IdPrefix.Length..], Guid.NewGuid())
            : Require(store, creation.Model, project, ObjectKind.Model);
        return creation.Sha256 is { } sha256
            ? store.FindOrCreateModelVersion(model, sha256, creation.Owner, creation.At, uid).Record
            : store.CreateModelVersion(model, creation.Owner, creation.At, uid);
    }

    private static ObjectRecord Require(Store store, string id, ProjectRecord project, ObjectKind kind) =>
        store.FindBySysId(id, project) is [var found, ..] && found.Kind == kind
            ? found
            : throw new NeptuneNotFoundException($"There is no {kind} {id} in project {project.Name}, for which something was logged offline. Create it, then sync again.");
}
