using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>No backend at all: journals wait in a folder of their own until they are synced, and nothing can be read.</summary>
internal sealed class OfflineBackend(string folder) : IBackend
{
    private const string OfflineFolder = "offline";

    public string Folder { get; } = folder;

    public string JournalRoot { get; } = RootOf(folder);

    public static string RootOf(string folder) => Path.Combine(folder, OfflineFolder);

    public Uri UrlOf(ObjectRecord record) => new($"{new Uri(JournalRoot).AbsoluteUri}#{record.SysId}");

    public long JournalPosition(Guid journal) => 0;

    public void ForgetJournal(Guid journal, CancellationToken cancellation)
    {
    }

    public ApplyResult Apply(Guid uid, IReadOnlyList<Operation> operations, JournalMark mark, Staging staging, CancellationToken cancellation) => throw new NeptuneOfflineException();

    public void Heartbeat(Guid uid, DateTimeOffset now, ObjectState state, CancellationToken cancellation)
    {
    }

    public void RecordLoss(Guid uid, string reason, CancellationToken cancellation)
    {
    }

    public bool WasDeleted(Guid uid) => false;

    public StoredField? ReadField(Guid uid, string path) => throw new NeptuneOfflineException();

    public IReadOnlyList<StoredField> ReadFields(Guid uid, string ns) => [];

    public FloatPoints ReadFloats(Guid uid, string path, double? fromStep, double? toStep) => throw new NeptuneOfflineException();

    public IReadOnlyList<StringPoint> ReadStrings(Guid uid, string path, double? fromStep, double? toStep) => throw new NeptuneOfflineException();

    public IReadOnlyCollection<string> ReadStringSet(Guid uid, string path) => throw new NeptuneOfflineException();

    public IReadOnlyList<FilePoint> ReadFilePoints(Guid uid, string path, double? fromStep, double? toStep) => throw new NeptuneOfflineException();

    public IReadOnlyList<SetFile> ReadFileSet(Guid uid, string path) => throw new NeptuneOfflineException();

    public IReadOnlyList<ArtifactFile> ReadArtifact(Guid uid, string path) => throw new NeptuneOfflineException();

    public GitRefInfo ReadGitRef(Guid uid, string path) => throw new NeptuneOfflineException();

    public SearchPage Search(SearchRequest request) => throw new NeptuneOfflineException();

    public Stream OpenFile(FileContent content) => throw new NeptuneOfflineException();

    public IReadOnlyList<Guid> Resolve(ProjectName project, IReadOnlyCollection<string> ids) => throw new NeptuneOfflineException();

    public void SetTrashed(IReadOnlyCollection<Guid> uids, bool trashed) => throw new NeptuneOfflineException();

    public void Delete(IReadOnlyCollection<Guid> uids) => throw new NeptuneOfflineException();

    public IReadOnlyList<string> ClearTrash(ProjectName project) => throw new NeptuneOfflineException();

    public void Dispose()
    {
    }
}
