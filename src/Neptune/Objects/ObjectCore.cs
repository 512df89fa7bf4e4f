using System.Globalization;
using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.Storage;
using Neptune.Storage.Sql;

namespace Neptune.Objects;

/// <summary>The inside of an open object: what it is, what it writes to and reads from, and what it knows of its fields.</summary>
internal sealed partial class ObjectCore
{
    private readonly JournalSession? session;
    private readonly DiskLimit? limit;
    private readonly bool isSync;
    private readonly bool leavesState;
    private volatile bool stopped;
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
        var hasEnded = !leavesState && Fields.Exists(SysFields.StateReason);
        var hasFailed = hasEnded && Backend.ReadField(Record.Uid, SysFields.State)?.Scalar?.Text == ObjectStates.Text(ObjectState.Failed);
        if (!IsOffline)
            Backend.Heartbeat(Record.Uid, DateTimeOffset.UtcNow, ObjectState.Running, CancellationToken.None);
        Pump.Shared.Add(session);
        if (hasEnded)
            ForgetEnd(hasFailed);
    }

    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public void RequireWritable()
    {
        RequireOpen();
        if (session is null)
            throw new NeptuneReadOnlyException(Record.SysId);
    }

    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    public void RequireOpen()
    {
        if (stopped && !endsWithProcess)
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
    /// <returns>Whether it is recorded.</returns>
    public bool Write(Operation operation)
    {
        if (!HasRoom())
            return false;
        var (kind, payload) = RecordPayload.Of(operation);
        var result = Session.Writer.Append(kind, payload.Bytes);
        while (result == AppendResult.NoRoom && AwaitRoom())
            result = Session.Writer.Append(kind, payload.Bytes);
        if (result != AppendResult.Written || isSync)
            Complete(result, operation.Path);
        return result == AppendResult.Written;
    }

    /// <summary>Waits until there may be room in the journal again.</summary>
    /// <returns>Whether it is worth another try.</returns>
    public bool AwaitRoom() => !IsOffline && Session.AwaitRoom();

    /// <summary>The rest of an append that is not simply done: errors, and the wait of sync mode.</summary>
    public void Complete(AppendResult result, string path)
    {
        if (result == AppendResult.Closed)
        {
            RequireOpen();
            ReportLate();
            return;
        }
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

    /// <summary>Waits until the store has what was written before the call. At once when everything is there already.</summary>
    public void WaitForOwnWrites(TimeSpan? timeout = null) => WaitForOwnWritesAsync(timeout, CancellationToken.None).GetAwaiter().GetResult();

    public Task WaitForOwnWritesAsync(TimeSpan? timeout, CancellationToken cancellation) =>
        session is null || stopped || IsOffline || session.Pending == 0 ? Task.CompletedTask : session.WaitForAsync(session.Writer.Committed, timeout, cancellation);

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
