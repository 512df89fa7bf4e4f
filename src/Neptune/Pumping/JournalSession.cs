using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Storage.Sql;

namespace Neptune.Pumping;

/// <summary>The journal of one open object, with the pump's progress through it and those who wait for that progress.</summary>
internal sealed class JournalSession
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HoldingPeriod = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CallbackInterval = TimeSpan.FromMinutes(5);

    /// <summary>A journal this far behind is worked on at once and not when its flush period is over.</summary>
    private const long EagerBytes = 1 << 20;

    private static int locksReported;

    private readonly IBackend backend;
    private readonly JournalFolder folder;
    private readonly JournalApplier applier;
    private readonly ILogger log;
    private readonly JournalSessionOptions options;
    private readonly List<OperationError> refused = [];
    private readonly CancellationTokenSource ending = new();

    private TaskCompletionSource progress = NewSource();
    private long applied;
    private volatile Exception? failure;
    private DateTime failingSince;
    private DateTime retryAt;
    private DateTime behindSince = DateTime.MaxValue;
    private DateTime lastCallback;
    private DateTime beatAfter;
    private TimeSpan backOff = FirstBackOff;
    private long dropped;
    private volatile bool flushRequested;
    private volatile bool stopped;

    public JournalSession(IBackend backend, ObjectRecord record, ILogger log, JournalSessionOptions options, CreationRequest? creation)
    {
        this.backend = backend;
        this.log = log;
        this.options = options;
        var info = JournalInfo.New(record, creation);
        try
        {
            StoreFolder.Create(backend.Folder);
            folder = JournalFolder.Create(backend.JournalRoot, info);
            Writer = new JournalWriter(folder.Path, info, Pump.Shared.Signal, options.DiskLimit);
            folder.Publish();
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            Writer?.Abandon();
            folder?.Dispose();
            throw new StoreErrors(backend.JournalRoot).From(e);
        }
        if (!folder.IsLocked() && Interlocked.Exchange(ref locksReported, 1) == 0)
            log.NoLocks(backend.JournalRoot);
        applier = new JournalApplier(backend, folder, record.Uid, new JournalCursor(Writer.First, verify: false), from: 0);
    }

    public JournalWriter Writer { get; }

    public JournalInfo Info => folder.Info;

    public string Folder => folder.Path;

    /// <summary>Where contents of files wait.</summary>
    /// <exception cref="DirectoryNotFoundException">The journal's folder is gone; to make it again would look as if the journal was there.</exception>
    /// <exception cref="UnauthorizedAccessException">The process has lost its permission for it.</exception>
    public string StagingFolder => WhyMissing() is { } why ? throw why : folder.StagingFolder;

    /// <summary>Bytes of records that the backend does not have yet.</summary>
    public long Pending => Writer.Committed - Volatile.Read(ref applied);

    /// <summary>What keeps the backend from taking records, while it does.</summary>
    public Exception? Failure => failure;

    /// <summary>When the pump should look at the journal again on its own.</summary>
    public DateTime Due { get; private set; } = DateTime.MinValue;

    /// <summary>Whether somebody waits, or a failed batch may be tried again.</summary>
    public bool IsReady(DateTime now) =>
        !stopped && !options.IsOffline && Pending > 0 && now >= retryAt && (flushRequested || now >= Due || Pending >= EagerBytes);

    /// <summary>Applies one batch; called by the pump only. Never throws.</summary>
    public void Drain(DateTime now)
    {
        try
        {
            flushRequested = false;
            if (applier.ApplyNext(Writer.Committed, ending.Token) is { } result)
                Note(result);
            foreach (var segment in applier.TakeFinished())
                Writer.Pool.Return(segment);
            Recovered();
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The session ends while another process writes to the store.
        }
        catch (Exception e)
        {
            Failed(e, now);
        }

        Volatile.Write(ref applied, applier.Applied);
        Due = now + options.FlushPeriod;
        Interlocked.Exchange(ref progress, NewSource()).TrySetResult();
    }

    /// <summary>Gives no sign of life for a while: the process may be about to end, and how is recorded already. If it goes on, so do the signs.</summary>
    public void HoldBeats() => beatAfter = DateTime.UtcNow + HoldingPeriod;

    /// <summary>Says that the object is alive and calls back when it lags; called by the pump only. Never throws.</summary>
    public void Beat(DateTime now)
    {
        try
        {
            folder.Beat();
            if (options.IsOffline || now < beatAfter)
                return;
            backend.Heartbeat(Info.Object, new DateTimeOffset(now, TimeSpan.Zero), ObjectState.Running, ending.Token);
        }
        catch (Exception)
        {
            // The next batch meets the same trouble and reports it.
        }

        behindSince = Pending == 0 ? DateTime.MaxValue : behindSince == DateTime.MaxValue ? now : behindSince;
        if (now - lastCallback < CallbackInterval)
            return;
        if (failure is not null && now - failingSince > options.NoProgressThreshold)
            Call(options.OnNoProgress, nameof(ObjectOptions.OnNoProgress), now);
        else if (behindSince != DateTime.MaxValue && now - behindSince > options.LagThreshold)
            Call(options.OnLag, nameof(ObjectOptions.OnLag), now);
    }

    /// <summary>Waits until the backend has the journal up to a position.</summary>
    /// <exception cref="NeptuneTimeoutException">The time is over, or the backend has failed for too long.</exception>
    public async Task WaitForAsync(long position, TimeSpan? timeout, CancellationToken cancellation)
    {
        var deadline = timeout is { } limit ? DateTime.UtcNow + limit : DateTime.MaxValue;
        while (true)
        {
            var next = Volatile.Read(ref progress).Task;
            if (Volatile.Read(ref applied) >= position)
                return;
            if (DateTime.UtcNow >= deadline || IsHopeless)
                throw TimedOut();
            flushRequested = true;
            Pump.Shared.Signal();
            await next.WaitAsync(Shortest(deadline - DateTime.UtcNow, options.GiveUpAfter), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Waits for the pump to give a segment back, or to make room by what it has applied, unless the backend takes nothing or enough time
    /// was spent on this shortage.
    /// </summary>
    /// <returns>Whether it is worth another try.</returns>
    public bool AwaitRoom()
    {
        var next = Volatile.Read(ref progress).Task;
        if (Writer.Shortage is not { Reason: not null } shortage || failure is not null || stopped || Pending == 0)
            return false;
        var patience = options.DropAfter - shortage.Age;
        if (patience <= TimeSpan.Zero)
            return false;
        flushRequested = true;
        Pump.Shared.Signal();
        return next.Wait(patience);
    }

    /// <summary>Counts a record that was given up.</summary>
    public void NoteDropped() => Interlocked.Increment(ref dropped);

    /// <summary>Records that were given up: there was no room for them, or their files could not be kept.</summary>
    public long Dropped => Volatile.Read(ref dropped);

    /// <summary>The operations at a path that the backend refused since the last call; all of them for the empty path.</summary>
    public IReadOnlyList<OperationError> TakeRefused(string path)
    {
        lock (refused)
        {
            var taken = refused.FindAll(error => FieldPath.IsWithin(error.Path, path));
            refused.RemoveAll(taken.Contains);
            return taken;
        }
    }

    /// <summary>Takes the session from the pump: from now on nothing is applied, and no sign of life is given.</summary>
    public void Detach()
    {
        stopped = true;
        ending.Cancel();
        Pump.Shared.Remove(this);
    }

    /// <summary>Ends the session: the pump forgets it, and a journal without a rest is removed. Never throws.</summary>
    /// <param name="cancellation">Ends the wait for another process that writes to the store.</param>
    public void Finish(CancellationToken cancellation)
    {
        Detach();
        var left = Pending;
        Release();
        if (left > 0)
            log.LeftOnDisk(Info.Id, left, Whereabouts);
        else
            Remove(cancellation);
        folder.Dispose();
        ending.Dispose();
    }

    private void Remove(CancellationToken cancellation)
    {
        try
        {
            folder.Remove(journal => backend.ForgetJournal(journal, cancellation));
        }
        catch (Exception e) when (e is NeptuneException or OperationCanceledException)
        {
            // The journal is marked as done; the next process that opens the store removes it.
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            if (WhyMissing() is not DirectoryNotFoundException)
                log.JournalNotRemoved(Info.Id, folder.Path, e.Message);
        }
    }

    /// <summary>Ends a session whose journal waits to be synced.</summary>
    public void Leave()
    {
        Detach();
        Release();
        if (WhyMissing() is null)
            log.LeftOffline(Info.Id, folder.Path);
        else
            log.LeftOnDisk(Info.Id, Writer.Committed, Whereabouts);
        folder.Dispose();
        ending.Dispose();
    }

    /// <summary>Unmaps the journal: a folder with mapped files cannot be removed everywhere.</summary>
    private void Release()
    {
        if (Dropped > 0)
            log.RecordsDropped(Info.Id, Dropped);
        Writer.Dispose();
        applier.Dispose();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TimeSpan Shortest(TimeSpan a, TimeSpan b) => a < TimeSpan.Zero ? TimeSpan.Zero : a < b ? a : b;

    /// <summary>A backend that fails may come back, until it has failed for too long; damage does not go by waiting.</summary>
    private bool IsHopeless => failure is NeptuneCorruptDataException || (failure is not null && DateTime.UtcNow - failingSince > options.GiveUpAfter);

    /// <summary>Where what is not in the store is, for people.</summary>
    private string Whereabouts => WhyMissing() switch
    {
        null => $"the data is safe in {folder.Path}",
        DirectoryNotFoundException => $"the data was in {folder.Path}, which is gone: unless it comes back, that data is lost",
        UnauthorizedAccessException => $"the data is in {folder.Path}, for which this process has no permission any more",
        var why => $"the data is in {folder.Path}, which cannot be reached now ({why.Message})",
    };

    /// <summary>Why the journal's folder is not seen where it was made; <see langword="null"/> when it is. Without permission it may be there all the same.</summary>
    private Exception? WhyMissing()
    {
        if (folder.Exists)
            return null;
        try
        {
            File.GetAttributes(folder.Path);
        }
        catch (Exception e) when (FileSystemError.Is(e) && e is not FileNotFoundException)
        {
            return e;
        }
        catch (FileNotFoundException)
        {
            // Its name is missing in a folder that is there: removed, as below.
        }
        return new DirectoryNotFoundException($"{folder.Path} was removed.");
    }

    private NeptuneTimeoutException TimedOut() =>
        new($"{Info.Id}: {Pending} bytes of journal are not in the store yet{(failure is { } reason ? $" ({reason.Message})" : "")}. What is logged: {Whereabouts}. Wait again, or run `neptune sync` later.", Pending);

    private void Note(ApplyResult result)
    {
        foreach (var error in result.Errors)
        {
            if (!options.RaiseErrors)
                log.OperationRefused(Info.Id, error.Path, error.Message);
        }
        if (options.RaiseErrors && result.Errors.Count > 0)
        {
            lock (refused)
                refused.AddRange(result.Errors);
        }
    }

    private void Failed(Exception e, DateTime now)
    {
        if (failure is null)
        {
            failingSince = now;
            log.BackendFailed(Info.Id, e.Message, Whereabouts);
        }
        failure = e;
        retryAt = now + backOff;
        flushRequested = true;
        backOff = TimeSpan.FromTicks(Math.Min(backOff.Ticks * 2, LongestBackOff.Ticks));
    }

    private void Recovered()
    {
        if (failure is null)
            return;
        failure = null;
        backOff = FirstBackOff;
        retryAt = DateTime.MinValue;
        log.BackendBack(Info.Id);
    }

    private void Call(Action? callback, string name, DateTime now)
    {
        if (callback is null)
            return;
        lastCallback = now;
        _ = Task.Run(() =>
        {
            try
            {
                callback();
            }
            catch (Exception e)
            {
                log.CallbackFailed(Info.Id, name, e.Message);
            }
        });
    }
}
