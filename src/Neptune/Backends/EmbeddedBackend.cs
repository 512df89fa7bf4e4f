using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>The engine in this process, on a store folder that other processes may have open too.</summary>
internal sealed class EmbeddedBackend : IBackend
{
    private const string JournalsFolder = "journals";

    /// <summary>A run that overwrites its checkpoint for days gets the room back meanwhile.</summary>
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromMinutes(15);

    private readonly StoreRegistry.Lease lease;
    private DateTimeOffset nextSweep = DateTimeOffset.UtcNow + SweepPeriod;

    /// <exception cref="NeptuneStoreException">The store cannot be opened, or another machine is using it.</exception>
    public EmbeddedBackend(string folder, bool readOnly)
    {
        RequireOneMachine(folder);
        lease = StoreRegistry.Open(folder, readOnly);
        Folder = folder;
        JournalRoot = RootOf(folder);
    }

    public Store Store => lease.Store;

    public string Folder { get; }

    public string JournalRoot { get; }

    /// <summary>Whether signs of life of the objects that use this reach the store.</summary>
    public bool Beats { get; init; } = true;

    /// <summary>What goes on in the background as long as this is open.</summary>
    public IDisposable? Recovery { get; set; }

    public static string RootOf(string folder) => Path.Combine(folder, JournalsFolder);

    /// <summary>SQLite's log takes memory that processes share, which those of other machines do not: two of them at once would damage the database.</summary>
    /// <exception cref="NeptuneStoreException">Another machine is using the store.</exception>
    public static void RequireOneMachine(string folder)
    {
        if (NetworkDisk.Has(folder) && JournalEntry.List(RootOf(folder)).FirstOrDefault(entry => entry is { State: JournalState.InUse, Info.IsFromHere: false }) is { } other)
            throw new NeptuneStoreException($"The store {folder} is on a network disk and in use by {other.Info!.Host} ({other.Info.Id}). Only one machine at a time can use it: wait, or log here with Mode = ConnectionMode.Offline and run `neptune sync` later.");
    }

    /// <summary>The store's folder as a URI and the object in its fragment: <c>file:///work/.neptune#/local/demo/DEMO-1</c>.</summary>
    public Uri UrlOf(ObjectRecord record) =>
        new($"{new Uri(Store.Folder).AbsoluteUri}#/{Uri.EscapeDataString(record.Project.Workspace)}/{Uri.EscapeDataString(record.Project.Name)}/{record.SysId}");

    public long JournalPosition(Guid journal) => Store.JournalPosition(journal);

    public void ForgetJournal(Guid journal, CancellationToken cancellation) => Store.ForgetJournal(journal, cancellation);

    public ApplyResult Apply(Guid uid, IReadOnlyList<Operation> operations, JournalMark mark, Staging staging, CancellationToken cancellation) =>
        Store.Apply(uid, operations, mark, staging, cancellation);

    public void Heartbeat(Guid uid, DateTimeOffset now, ObjectState state, CancellationToken cancellation)
    {
        if (Beats)
            Store.Heartbeat(uid, now, state, cancellation);
        if (now < nextSweep)
            return;
        nextSweep = now + SweepPeriod;
        Store.Sweep(now, cancellation);
    }

    public void RecordLoss(Guid uid, string reason, CancellationToken cancellation)
    {
        if (Store.RecordLoss(uid, cancellation) && Store.Find(uid) is { Kind: ObjectKind.Run })
            Store.Apply(uid, [new AssignOperation(SysFields.StateReason, ScalarValue.String(reason))], cancellation: cancellation);
    }

    public bool WasDeleted(Guid uid) => Store.WasDeleted(uid);

    public StoredField? ReadField(Guid uid, string path) => Store.ReadField(uid, path);

    public IReadOnlyList<StoredField> ReadFields(Guid uid, string ns) => Store.ReadFields(uid, ns);

    public FloatPoints ReadFloats(Guid uid, string path, double? fromStep, double? toStep) => Store.ReadFloats(uid, path, fromStep, toStep);

    public IReadOnlyList<StringPoint> ReadStrings(Guid uid, string path, double? fromStep, double? toStep) => Store.ReadStrings(uid, path, fromStep, toStep);

    public IReadOnlyCollection<string> ReadStringSet(Guid uid, string path) => Store.ReadStringSet(uid, path);

    public IReadOnlyList<FilePoint> ReadFilePoints(Guid uid, string path, double? fromStep, double? toStep) => Store.ReadFilePoints(uid, path, fromStep, toStep);

    public IReadOnlyList<SetFile> ReadFileSet(Guid uid, string path) => Store.ReadFileSet(uid, path);

    public IReadOnlyList<ArtifactFile> ReadArtifact(Guid uid, string path) => Store.ReadArtifact(uid, path);

    public GitRefInfo ReadGitRef(Guid uid, string path) => Store.ReadGitRef(uid, path);

    public SearchPage Search(SearchRequest request) => Store.Search(request);

    public Stream OpenFile(FileContent content) => Store.Blobs.OpenRead(content.Sha256);

    public IReadOnlyList<Guid> Resolve(ProjectName project, IReadOnlyCollection<string> ids)
    {
        var within = Require(project);
        return [.. ids.Select(id => Store.FindBySysId(id, within) is [var found, ..]
            ? found.Uid
            : throw new NeptuneNotFoundException($"There is no object {id} in {project}. `neptune ls runs` and `neptune ls models` list what there is."))];
    }

    public void SetTrashed(IReadOnlyCollection<Guid> uids, bool trashed) => Store.SetTrashed(uids, trashed);

    public void Delete(IReadOnlyCollection<Guid> uids) => Store.Delete(uids, DateTimeOffset.UtcNow);

    public IReadOnlyList<string> ClearTrash(ProjectName project)
    {
        var doomed = Store.ListTrash(Require(project));
        Delete([.. doomed.Select(record => record.Uid)]);
        return [.. doomed.Select(record => record.SysId)];
    }

    public void DeleteProject(ProjectName project) => Store.DeleteProject(Require(project), DateTimeOffset.UtcNow);

    public void Dispose()
    {
        Recovery?.Dispose();
        lease.Dispose();
    }

    private ProjectRecord Require(ProjectName project) =>
        Store.FindProject(project) ?? throw MissingObject.Project(Store, project);
}
