using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>What an object reads from and what the pump applies journals to.</summary>
internal interface IBackend : IDisposable
{
    /// <summary>The store's folder, also of a store that is not there yet.</summary>
    string Folder { get; }

    /// <summary>The folder under which this process keeps its journals.</summary>
    string JournalRoot { get; }

    Uri UrlOf(ObjectRecord record);

    long JournalPosition(Guid journal);

    void ForgetJournal(Guid journal, CancellationToken cancellation);

    /// <summary>Applies a stretch of a journal exactly once. The token ends the wait for another writer. Contents of files that wait in the staging folder move into the store first.</summary>
    ApplyResult Apply(Guid uid, IReadOnlyList<Operation> operations, JournalMark mark, Staging staging, CancellationToken cancellation);

    void Heartbeat(Guid uid, DateTimeOffset now, ObjectState state, CancellationToken cancellation);

    /// <summary>Records that the process behind an object is gone without a word, unless it is known how it ended.</summary>
    void RecordLoss(Guid uid, string reason, CancellationToken cancellation);

    /// <summary>Whether an object was there and was deleted for ever.</summary>
    bool WasDeleted(Guid uid);

    StoredField? ReadField(Guid uid, string path);

    IReadOnlyList<StoredField> ReadFields(Guid uid, string ns);

    FloatPoints ReadFloats(Guid uid, string path, double? fromStep, double? toStep);

    IReadOnlyList<StringPoint> ReadStrings(Guid uid, string path, double? fromStep, double? toStep);

    IReadOnlyCollection<string> ReadStringSet(Guid uid, string path);

    IReadOnlyList<FilePoint> ReadFilePoints(Guid uid, string path, double? fromStep, double? toStep);

    IReadOnlyList<SetFile> ReadFileSet(Guid uid, string path);

    IReadOnlyList<ArtifactFile> ReadArtifact(Guid uid, string path);

    GitRefInfo ReadGitRef(Guid uid, string path);

    SearchPage Search(SearchRequest request);

    Stream OpenFile(FileContent content);

    /// <summary>The uids of objects of a project, by their ids.</summary>
    /// <exception cref="NeptuneNotFoundException">The project has no such object.</exception>
    IReadOnlyList<Guid> Resolve(ProjectName project, IReadOnlyCollection<string> ids);

    /// <summary>Puts objects into the trash or takes them out; all of them or none.</summary>
    void SetTrashed(IReadOnlyCollection<Guid> uids, bool trashed);

    /// <summary>Deletes for ever what is in the trash; all of it or nothing.</summary>
    void Delete(IReadOnlyCollection<Guid> uids);

    /// <summary>Deletes for ever everything of a project that is in the trash.</summary>
    /// <returns>The ids of what was deleted, versions that went with their models not among them.</returns>
    IReadOnlyList<string> ClearTrash(ProjectName project);
}
