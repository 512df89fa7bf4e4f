using System.Globalization;
using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.Storage;
using Neptune.Storage.Sql;

namespace Neptune.Objects;

/// <summary>The inside of an open object: what it is, what it writes to and reads from, and what it knows of its fields.</summary>
internal sealed class ObjectCore
{
    private readonly JournalSession? session;
    private readonly DiskLimit? limit;
    private readonly bool isSync;
    private readonly bool leavesState;
    private volatile bool stopped;
    private bool hasReason;
    private int limitReported;

    public ObjectCore(NeptuneObject owner, OpenedObject opened)
    {
        Record = opened.Record;
        Backend = opened.Backend;
        Log = opened.Log;
        Mode = opened.Mode;
        isSync = Mode == ConnectionMode.Sync;
        Lists = opened.Options.Lists;
        leavesState = opened.Options.LeavesState;
        Fields = new FieldMap(owner);
        Fields.Load(Backend.ReadFields(Record.Uid, ""));
        if (Mode == ConnectionMode.ReadOnly)
            return;
        var options = opened.SessionOptions(owner);
        limit = options.DiskLimit;
        session = new JournalSession(Backend, Record, Log, options, opened.Creation);
    }

    public ObjectRecord Record { get; }

    public IBackend Backend { get; }

    public ILogger Log { get; }

    public ConnectionMode Mode { get; }

    public FieldMap Fields { get; }

    public ListFormat Lists { get; }

    public bool IsStopped => stopped;

    public JournalSession Session => session ?? throw new NeptuneReadOnlyException(Record.SysId);

    /// <summary>Starts what the constructor prepared.</summary>
    public void Start()
    {
        if (session is null)
            return;
        if (!IsOffline)
            Backend.Heartbeat(Record.Uid, DateTimeOffset.UtcNow, ObjectState.Running, CancellationToken.None);
        Pump.Shared.Add(session);
        ForgetEnd();
    }

    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public void RequireWritable()
    {
        if (stopped)
            throw new NeptuneStoppedException(Record.SysId);
        if (session is null)
            throw new NeptuneReadOnlyException(Record.SysId);
    }

    public void RequireOpen()
    {
        if (stopped)
            throw new NeptuneStoppedException(Record.SysId);
    }

    /// <summary>Whether the disk may be written to; when not, that was reported.</summary>
    /// <exception cref="NeptuneDiskFullException">It may not, and that is to be an error.</exception>
    public bool HasRoom()
    {
        if (limit is null)
            return true;
        if (!limit.IsExceeded)
        {
            Volatile.Write(ref limitReported, 0);
            return true;
        }
        var folder = session!.Folder;
        if (limit.Raises)
            throw new NeptuneDiskFullException(string.Create(CultureInfo.InvariantCulture, $"The disk of {folder} is more than {limit.Percent} % full ({Settings.DiskUsageVariable}); nothing was written. Free some space or raise the limit."));
        if (Interlocked.Exchange(ref limitReported, 1) == 0)
            Log.DiskLimit(Record.SysId, folder, limit.Percent);
        return false;
    }

    /// <summary>Records an operation; in sync mode also waits for it and raises what the store refused.</summary>
    public void Write(Operation operation)
    {
        if (!HasRoom())
            return;
        var (kind, payload) = RecordPayload.Of(operation);
        var result = Session.Writer.Append(kind, payload.Bytes);
        while (result == AppendResult.NoRoom && AwaitRoom())
            result = Session.Writer.Append(kind, payload.Bytes);
        if (result != AppendResult.Written || isSync)
            Complete(result, operation.Path);
    }

    /// <summary>Waits until there may be room in the journal again.</summary>
    /// <returns>Whether it is worth another try.</returns>
    public bool AwaitRoom() => !IsOffline && Session.AwaitRoom();

    /// <summary>The rest of an append that is not simply done: errors, and the wait of sync mode.</summary>
    public void Complete(AppendResult result, string path)
    {
        if (result == AppendResult.Closed)
            throw new NeptuneStoppedException(Record.SysId);
        if (result == AppendResult.NoRoom)
            Drop();
        if (!isSync)
            return;
        WaitForOwnWrites();
        if (session!.TakeRefused(path) is [var refused, ..])
            throw new NeptuneFieldTypeException(refused.Path, refused.Message);
    }

    public bool IsSync => isSync;

    private bool IsOffline => Mode == ConnectionMode.Offline;

    /// <summary>Keeps a file's content in the journal's folder, under its hash.</summary>
    public FileContent Stage(NeptuneFile file)
    {
        try
        {
            using var content = file.Open();
            return FileStaging.Stage(Session.StagingFolder, content, file.Extension);
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            throw new StoreErrors(Session.Folder).From(e);
        }
    }

    /// <summary>The files at a location, with their hashes.</summary>
    public IReadOnlyList<ArtifactFile> Track(string path, string location, string? destination)
    {
        using var hashes = FileHashCache.Open(Backend.Folder);
        var selection = new FileSelection();
        var files = TrackedLocation.Files(path, location, destination, hashes, selection);
        selection.Report(Log, Record.SysId);
        return files;
    }

    /// <summary>Waits until the store has what was written before the call. At once when everything is there already.</summary>
    public void WaitForOwnWrites(TimeSpan? timeout = null) => WaitForOwnWritesAsync(timeout, CancellationToken.None).GetAwaiter().GetResult();

    public Task WaitForOwnWritesAsync(TimeSpan? timeout, CancellationToken cancellation) =>
        session is null || IsOffline || session.Pending == 0 ? Task.CompletedTask : session.WaitForAsync(session.Writer.Committed, timeout, cancellation);

    /// <summary>Notes how the object ends, in case that nobody comes to stop it, and brings everything into the store. Who goes on logging can.</summary>
    public void RecordEnd(ObjectEnd end, TimeSpan timeout)
    {
        if (session is null || stopped)
            return;
        Write(end);
        if (IsOffline)
            return;
        session.HoldBeats();
        WaitForOwnWrites(timeout);
    }

    /// <summary>Ends the writing: closes the journal, waits for the store as long as allowed, and says what is left.</summary>
    public async Task StopAsync(ObjectEnd end, TimeSpan? timeout, CancellationToken cancellation)
    {
        if (stopped)
            return;
        stopped = true;
        if (session is null)
        {
            Backend.Dispose();
            return;
        }

        WriteQuietly(end);
        session.Writer.Close();
        if (IsOffline)
        {
            session.Leave();
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (timeout is { } limit)
            ending.CancelAfter(limit > TimeSpan.Zero ? limit : TimeSpan.Zero);
        try
        {
            await session.WaitForAsync(session.Writer.Committed, timeout, cancellation).ConfigureAwait(false);
            session.Detach();
            Backend.Heartbeat(Record.Uid, DateTimeOffset.UtcNow, end.State, ending.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Stopping never throws for the store's sake: Finish says what is left, and a state without heartbeat ends by itself.
            if (e is not (NeptuneTimeoutException or OperationCanceledException))
                Log.EndNotRecorded(Record.SysId, e.Message);
        }
        finally
        {
            session.Finish(ending.Token);
            Backend.Dispose();
        }
    }

    /// <summary>Why a run ended earlier is not so any more when it goes on.</summary>
    private void ForgetEnd()
    {
        if (leavesState)
            return;
        if (Fields.Exists(SysFields.StateReason))
            Write(new DeleteOperation(SysFields.StateReason));
        Fields.Forget(Fields.Within(SysFields.StateReason));
    }

    private void WriteQuietly(ObjectEnd end)
    {
        try
        {
            Write(end);
        }
        catch (NeptuneException e)
        {
            Log.EndNotRecorded(Record.SysId, e.Message);
        }
    }

    /// <summary>Writes the end through the journal, as what was logged: whoever brings that in knows how the object ended.</summary>
    private void Write(ObjectEnd end)
    {
        if (Record.Kind != ObjectKind.Run || leavesState)
            return;
        if (end.Reason is { } reason)
            Write(new AssignOperation(SysFields.StateReason, ScalarValue.String(reason)));
        else if (hasReason)
            Write(new DeleteOperation(SysFields.StateReason));
        hasReason = end.Reason is not null;
        Write(new AssignOperation(SysFields.State, ScalarValue.State(end.State)));
    }

    /// <summary>Gives a record up for which there is no room.</summary>
    private void Drop()
    {
        session!.NoteDropped();
        if (!HasRoom() || session.Writer.Shortage is not { Reason: { } reason } shortage)
            return;
        var error = new StoreErrors(session.Folder).From(reason);
        if (isSync)
            throw error;
        if (shortage.IsNews())
            Log.NoRoom(Record.SysId, error.Message);
    }
}
