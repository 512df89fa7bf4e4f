using Microsoft.Extensions.Logging;
using Neptune.Storage;

namespace Neptune.Objects;

/// <content>How the object ends, and that it has ended.</content>
internal sealed partial class ObjectCore
{
    private volatile bool endsWithProcess;
    private bool hasReason;
    private int lateReported;

    /// <summary>Whether the store has how the object ended. What it has not, people are not to be told.</summary>
    public bool IsEndStored { get; private set; }

    /// <summary>
    /// Tells that the object will be stopped because the process ends, and not by the program, which may be logging until the last moment: it must
    /// not die of that, and end with another exit code than its own.
    /// </summary>
    public void EndWithProcess() => endsWithProcess = true;

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
            CloseBackend();
            return;
        }

        var isWritten = WriteQuietly(end);
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
            IsEndStored = isWritten;
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
            CloseBackend();
        }
    }

    /// <summary>A process that ends gives everything back by itself, and other threads of it may be reading until then.</summary>
    private void CloseBackend()
    {
        if (!endsWithProcess)
            Backend.Dispose();
    }

    /// <summary>How a run ended earlier is not so any more when it goes on. A mark of a person, which comes without a reason, stays.</summary>
    private void ForgetEnd(bool hasFailed)
    {
        Write(new DeleteOperation(SysFields.StateReason));
        Fields.Forget(Fields.Within(SysFields.StateReason));
        if (hasFailed)
            Write(new AssignOperation(SysFields.Failed, ScalarValue.Bool(false)));
    }

    private bool WriteQuietly(ObjectEnd end)
    {
        try
        {
            return Write(end);
        }
        catch (NeptuneException e)
        {
            Log.EndNotRecorded(Record.SysId, e.Message);
            return false;
        }
    }

    /// <summary>Writes the end through the journal, as what was logged: whoever brings that in knows how the object ended.</summary>
    private bool Write(ObjectEnd end)
    {
        if (Record.Kind != ObjectKind.Run || leavesState)
            return true;
        if (end.Reason is { } reason)
            Write(new AssignOperation(SysFields.StateReason, ScalarValue.String(reason)));
        else if (hasReason)
            Write(new DeleteOperation(SysFields.StateReason));
        hasReason = end.Reason is not null;
        return Write(new AssignOperation(SysFields.State, ScalarValue.State(end.State)));
    }

    private void ReportLate()
    {
        if (Interlocked.Exchange(ref lateReported, 1) == 0)
            Log.TooLate(Record.SysId);
    }
}
