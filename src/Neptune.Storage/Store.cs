using Neptune.Storage.Fields;
using Neptune.Storage.Files;
using Neptune.Storage.Identity;
using Neptune.Storage.Journals;
using Neptune.Storage.Migrations;
using Neptune.Storage.Objects;
using Neptune.Storage.Search;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;
using Neptune.Storage.Verification;

namespace Neptune.Storage;

/// <summary>
/// A store of tracked objects: the one door to the engine. Safe to use from several threads, and the same folder from several
/// processes. Times of series points are kept to the millisecond, all other times to 100 ns.
/// </summary>
internal sealed class Store : IDisposable
{
    /// <summary>The format that this version writes; older ones are migrated on opening.</summary>
    public static int FormatVersion => Migrator.CurrentFormat;

    private readonly SqlDialect dialect;
    private readonly StoreDatabase database;
    private readonly ObjectCreator creator;
    private readonly BatchWriter batches;
    private readonly Trash trash;
    private readonly FileSweep sweep;
    private string? notice;

    private Store(StoreOptions options, SqlDialect dialect)
    {
        this.dialect = dialect;
        database = new(options, dialect);
        Folder = options.Folder;
        ReadOnly = options.ReadOnly;
        Blobs = new(SqlitePaths.Files(options.Folder));
        (notice, MissingObjects) = options.ReadOnly ? StoreIdentity.Compare(database, options.Folder) : StoreIdentity.Reconcile(database, options.Folder);
        var paths = new PathDictionary();
        creator = new(database, paths, objects => StoreIdentity.Note(options.Folder, objects));
        batches = new(database, paths, Blobs);
        trash = new(database, paths);
        sweep = new(database, Blobs);
    }

    public string Folder { get; }

    public bool ReadOnly { get; }

    public BlobStore Blobs { get; }

    /// <summary>How many objects were made in this store and are missing, because its database was turned back to an earlier state.</summary>
    public long MissingObjects { get; }

    /// <summary>Opens the store in a folder; creates folder and store when they do not exist, unless it is opened read-only.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no store to read.</exception>
    /// <exception cref="NeptuneStoreVersionException">The store is of a newer format.</exception>
    /// <exception cref="NeptuneStoreException">The database is missing from the folder, or is another program's or another store's.</exception>
    public static Store Open(StoreOptions options)
    {
        var full = options with { Folder = Path.GetFullPath(options.Folder) };
        StoreIdentity.RequireDatabase(full.Folder);
        if (!full.ReadOnly)
            StoreFolder.Create(full.Folder);
        else if (!Exists(full.Folder))
            throw new NeptuneNotFoundException($"There is no store in {full.Folder}. Log a run there first, or set NEPTUNE_HOME to the folder of your store.");
        return new(full, new SqliteDialect());
    }

    /// <summary>What was found out on opening that users should know, once.</summary>
    public string? TakeNotice() => Interlocked.Exchange(ref notice, null);

    public static bool Exists(string folder) => File.Exists(SqlitePaths.Database(folder));

    /// <summary>The project of that name, created with its own object on first use.</summary>
    /// <param name="cancellation">Ends the wait for another writer; so it does below.</param>
    public ProjectRecord EnsureProject(ProjectName name, string owner, DateTimeOffset now, string? key = null, CancellationToken cancellation = default) =>
        creator.EnsureProject(name, owner, now, key, cancellation);

    public ProjectRecord? FindProject(ProjectName name) => database.Read(session => ProjectTable.Find(session, name));

    public IReadOnlyList<ProjectRecord> ListProjects() => database.Read(ProjectTable.List);

    /// <summary>A new run, or the one of the project that has the custom id already.</summary>
    /// <param name="uid">The uid to give it; what was made offline has one already.</param>
    public CreatedObject CreateRun(ProjectRecord project, string? customRunId, string owner, DateTimeOffset now, Guid? uid = null) =>
        creator.CreateRun(project, customRunId, owner, now, uid ?? Guid.NewGuid());

    /// <exception cref="NeptuneModelKeyExistsException">The project has a model with that key.</exception>
    public ObjectRecord CreateModel(ProjectRecord project, string key, string owner, DateTimeOffset now, Guid? uid = null) =>
        FindOrCreateModel(project, key, owner, now, uid) is { Record: var model, Created: var created } && created
            ? model
            : throw new NeptuneModelKeyExistsException(key, model.SysId, project.Name.ToString());

    /// <summary>The model of the project that has the key, also one in the trash, or a new one. However many callers ask at once, they get one model.</summary>
    public CreatedObject FindOrCreateModel(ProjectRecord project, string key, string owner, DateTimeOffset now, Guid? uid = null, CancellationToken cancellation = default) =>
        creator.FindOrCreateModel(project, key, owner, now, uid ?? Guid.NewGuid(), cancellation);

    public ObjectRecord CreateModelVersion(ObjectRecord model, string owner, DateTimeOffset now, Guid? uid = null) =>
        creator.CreateModelVersion(model, owner, now, uid ?? Guid.NewGuid());

    /// <summary>The version of a model that has a content, or a new one, to which the content belongs from now on.</summary>
    /// <remarks>
    /// A version has a content when it was made for it here or when its file, <see cref="ModelContent.Path"/>, is it. However many
    /// callers ask at once, they get one version. A version in the trash keeps the contents it was made for.
    /// </remarks>
    public CreatedObject FindOrCreateModelVersion(ObjectRecord model, string sha256, string owner, DateTimeOffset now, Guid? uid = null, CancellationToken cancellation = default) =>
        creator.FindOrCreateModelVersion(model, sha256, owner, now, uid ?? Guid.NewGuid(), cancellation);

    /// <summary>The version of a model that has a content, as <see cref="FindOrCreateModelVersion"/> would find it.</summary>
    public ObjectRecord? FindModelVersion(ObjectRecord model, string sha256) =>
        database.Read(session => ObjectCreator.FindModelVersion(session, model, sha256));

    /// <summary>The oldest run of a project that has a file with a content.</summary>
    public ObjectRecord? FindRunByContent(long project, string sha256) =>
        database.Read(session => ObjectTable.FindRunByContent(session, project, sha256));

    /// <summary>Whether an object was here and was deleted for ever.</summary>
    public bool WasDeleted(Guid uid) => database.Read(session => DeletedObjects.Has(session, uid));

    public ObjectRecord? Find(Guid uid) => database.Read(session => ObjectTable.Find(session, uid));

    /// <summary>The objects of that id; keys are unique per workspace, so several workspaces may answer.</summary>
    public IReadOnlyList<ObjectRecord> FindBySysId(string sysId, ProjectRecord? project = null) =>
        database.Read(session => ObjectTable.FindBySysId(session, sysId, project?.Id));

    /// <summary>The objects of a kind, newest first, without those in the trash.</summary>
    public IReadOnlyList<ObjectRecord> List(ObjectKind kind, ProjectRecord? project = null, string? modelId = null) =>
        database.Read(session => ObjectTable.List(session, kind, project?.Id, modelId));

    /// <summary>Puts runs, models and versions into the trash, or takes them out; all of them or none.</summary>
    public void SetTrashed(IReadOnlyCollection<Guid> objects, bool trashed) => trash.Move(objects, trashed);

    /// <summary>Deletes for ever what is in the trash; all of it or nothing. A model takes its versions along.</summary>
    /// <exception cref="NeptuneOptionsException">One of the objects is not in the trash.</exception>
    public void Delete(IReadOnlyCollection<Guid> objects, DateTimeOffset now)
    {
        trash.Delete(objects);
        Sweep(now);
    }

    /// <summary>How many objects of a project there are of each kind, in the trash and not.</summary>
    public IReadOnlyList<ObjectCount> CountObjects(ProjectRecord project) => database.Read(session => ObjectTable.Count(session, project.Id));

    /// <summary>The number of the latest change of each project.</summary>
    public IReadOnlyList<(ProjectName Project, long Change)> LatestChanges() => database.Read(ChangeTable.Latest);

    /// <summary>The ids of the objects of a project with changes after one, the latest first; those that were deleted since are not among them.</summary>
    public IReadOnlyList<string> ChangedSince(ProjectRecord project, long change, int limit) =>
        database.Read(session => ChangeTable.Since(session, project.Id, change, limit));

    /// <summary>What is in the trash, of one project or of all.</summary>
    public IReadOnlyList<ObjectRecord> ListTrash(ProjectRecord? project = null) => database.Read(session => Trash.List(session, project?.Id));

    /// <summary>Deletes a project for ever, with everything in it.</summary>
    /// <exception cref="NeptuneNotFoundException">It is not in the store any more.</exception>
    /// <exception cref="NeptuneOptionsException">A process is writing to one of its objects; nothing is deleted.</exception>
    public void DeleteProject(ProjectRecord project, DateTimeOffset now)
    {
        trash.DeleteProject(project, now);
        Sweep(now);
    }

    /// <summary>Removes contents of files that fields do not refer to any more, unless they were written in the last hour.</summary>
    public void Sweep(DateTimeOffset now, CancellationToken cancellation = default) => sweep.Run(now, cancellation);

    /// <summary>Applies operations in order and in one transaction, exactly once if they come from a journal.</summary>
    /// <param name="staging">Where the contents that operations refer to are to be taken from; <c>null</c> when they are in the store.</param>
    /// <param name="cancellation">Ends the wait for another writer.</param>
    /// <exception cref="NeptuneCorruptDataException">The stretch of the journal does not follow what was applied before.</exception>
    public ApplyResult Apply(Guid objectUid, IReadOnlyList<Operation> operations, JournalMark? mark = null, Staging? staging = null, CancellationToken cancellation = default) =>
        batches.Apply(objectUid, operations, mark, staging, cancellation);

    /// <summary>Up to where a journal was applied; 0 when it is unknown.</summary>
    public long JournalPosition(Guid journal) => database.Read(session => JournalTable.Position(session, journal));

    public void ForgetJournal(Guid journal, CancellationToken cancellation = default) =>
        database.Write(session => JournalTable.Forget(session, journal), cancellation);

    /// <summary>Records that the process behind an object is alive, or how it has ended.</summary>
    public void Heartbeat(Guid objectUid, DateTimeOffset now, ObjectState state, CancellationToken cancellation = default) =>
        database.Write(session => Liveness.Record(session, ObjectTable.Require(session, objectUid), now, state), cancellation);

    /// <summary>Records that the process behind an object is gone without a word.</summary>
    /// <returns>Whether that was not known.</returns>
    public bool RecordLoss(Guid objectUid, CancellationToken cancellation = default) =>
        database.Write(session => Liveness.RecordLoss(session, ObjectTable.Require(session, objectUid)), cancellation: cancellation);

    public StoredField? ReadField(Guid objectUid, string path) =>
        database.Read(session => FieldReader.Read(session, ObjectTable.Require(session, objectUid), path));

    /// <summary>The fields in a namespace, or all, by path in ordinal order.</summary>
    public IReadOnlyList<StoredField> ReadFields(Guid objectUid, string ns = "") =>
        database.Read(session => FieldReader.ReadAll(session, ObjectTable.Require(session, objectUid), ns));

    /// <summary>Fields of many objects for a table; objects that do not exist are left out.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<StoredField>> ReadFields(IReadOnlyCollection<Guid> objects, IReadOnlyCollection<string>? paths = null) =>
        database.Read(session => FieldReader.ReadMany(session, objects, paths));

    /// <summary>The types that fields at a path have among all objects of a project; none when there is no such field.</summary>
    public IReadOnlyList<FieldType> FieldTypes(ProjectRecord project, string path) =>
        database.Read(session => new PathIndex(session, project.Id).Find(path)?.Types ?? []);

    /// <summary>Shows every path that a project has or had a field at, one by one: there may be millions.</summary>
    public void VisitPaths(ProjectRecord project, Action<string> visit) => database.Read(session =>
    {
        PathDictionary.Visit(session, project.Id, visit);
        return 0;
    });

    /// <summary>A page of a table of objects.</summary>
    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public SearchPage Search(SearchRequest request) =>
        database.Read(session => new Searcher(session, dialect, DateTimeOffset.UtcNow).Search(request));

    /// <summary>The numbers within the project of all objects that a search finds, in order; its limit and cursor do not count.</summary>
    /// <exception cref="NeptuneOptionsException">The table cannot be sorted by that field.</exception>
    public IReadOnlyList<long> SearchOrder(SearchRequest request) =>
        database.Read(session => new Searcher(session, dialect, DateTimeOffset.UtcNow).FindAll(request));

    /// <summary>Objects of a project by their numbers in it, in the order given, with the fields that were asked for; what is gone is left out.</summary>
    public IReadOnlyList<SearchRow> ReadRows(ProjectRecord project, IReadOnlyList<long> numbers, IReadOnlyCollection<string>? columns) =>
        database.Read(session => new PageReader(session, dialect, project.Id, DateTime.UtcNow.Ticks).Read(
            [.. numbers.Select(number => new SortKey(SortKey.Missing, null, number))], columns, []));

    /// <summary>The paths of a project with the types at them, and how many objects of a kind that are not in the trash have such a field.</summary>
    public IReadOnlyList<FieldCount> CountFields(ProjectRecord project, ObjectKind kind) =>
        database.Read(session => FieldCounter.Count(session, project.Id, kind));

    /// <summary>Points between two steps, both included, ordered by step.</summary>
    public FloatPoints ReadFloats(Guid objectUid, string path, double? fromStep = null, double? toStep = null) =>
        database.Read(session => SeriesReader.ReadFloats(session, objectUid, path, fromStep, toStep));

    /// <summary>The points between two steps, both included, as at most so many buckets with exact minima and maxima.</summary>
    public IReadOnlyList<FloatBucket> ReadFloatBuckets(Guid objectUid, string path, int maxBuckets, double? fromStep = null, double? toStep = null) =>
        database.Read(session => SeriesReader.ReadFloatBuckets(session, objectUid, path, maxBuckets, fromStep, toStep));

    public IReadOnlyList<StringPoint> ReadStrings(Guid objectUid, string path, double? fromStep = null, double? toStep = null) =>
        database.Read(session => SeriesReader.ReadStrings(session, objectUid, path, fromStep, toStep));

    /// <summary>A part of a string series, for series that are longer than anybody reads.</summary>
    public StringPage ReadStringPage(Guid objectUid, string path, StringPageRequest request) =>
        database.Read(session => SeriesReader.ReadStringPage(session, objectUid, path, request));

    /// <summary>The members of a set in ordinal order.</summary>
    public IReadOnlyCollection<string> ReadStringSet(Guid objectUid, string path) =>
        database.Read(session => SeriesReader.ReadStringSet(session, objectUid, path));

    /// <summary>The points of a file series between two steps, both included, ordered by step.</summary>
    public IReadOnlyList<FilePoint> ReadFilePoints(Guid objectUid, string path, double? fromStep = null, double? toStep = null) =>
        database.Read(session => ContentReader.ReadFilePoints(session, objectUid, path, fromStep, toStep));

    /// <summary>The files of a set by name in ordinal order.</summary>
    public IReadOnlyList<SetFile> ReadFileSet(Guid objectUid, string path) =>
        database.Read(session => ContentReader.ReadFileSet(session, objectUid, path));

    /// <summary>The files of an artifact by path in code point order.</summary>
    public IReadOnlyList<ArtifactFile> ReadArtifact(Guid objectUid, string path) =>
        database.Read(session => ContentReader.ReadArtifact(session, objectUid, path));

    public GitRefInfo ReadGitRef(Guid objectUid, string path) =>
        database.Read(session => ContentReader.ReadGitRef(session, objectUid, path));

    /// <summary>Checks everything that is stored: the database, what belongs together in it, the chunks of series, the contents of files.</summary>
    /// <param name="repair">Whether to mend what can be; the store must be open for writing then.</param>
    /// <param name="verified">Told how far it is.</param>
    /// <param name="found">Told about each flaw.</param>
    /// <param name="cancellation">Ends it early.</param>
    public void Verify(bool repair, VerifiedStore verified, Action<Flaw> found, CancellationToken cancellation = default) =>
        new StoreVerification(database, dialect, Blobs, MissingObjects).Run(repair, verified, found, cancellation);

    public void Dispose() => database.Dispose();
}
