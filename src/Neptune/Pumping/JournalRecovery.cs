using System.Globalization;
using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>Finishes journals whose processes are gone.</summary>
internal static class JournalRecovery
{
    /// <summary>One recovery at a time: who asks for an object while the background finishes its journal waits and sees it whole.</summary>
    private static readonly Lock Gate = new();

    /// <summary>Applies every abandoned journal under the backend's root, or those of one object.</summary>
    /// <param name="backend">Where the journals go.</param>
    /// <param name="log">Told about what was recovered and what could not be.</param>
    /// <param name="only">Which journals are wanted; all when <see langword="null"/>.</param>
    /// <param name="progress">Told after each journal.</param>
    /// <param name="batch">Told after each batch how many bytes and records it had.</param>
    /// <param name="ending">Ends it after a batch; what is left can be recovered later.</param>
    public static void Recover(IBackend backend, ILogger log, Func<JournalInfo, bool>? only = null, Action<RecoveredJournal>? progress = null, Action<long, int>? batch = null, CancellationToken ending = default)
    {
        lock (Gate)
        {
            JournalFolder.RemoveLeftovers(backend.JournalRoot, journal => backend.ForgetJournal(journal, ending));
            foreach (var entry in JournalEntry.List(backend.JournalRoot))
            {
                ending.ThrowIfCancellationRequested();
                if (entry.State == JournalState.Unreadable)
                    log.JournalUnreadable(entry.Path, entry.Note!.Reason);
                if (entry.State != JournalState.Free || only?.Invoke(entry.Info!) == false || !JournalFolder.TryTakeOver(entry.Path, out var folder))
                    continue;
                try
                {
                    var recovered = Recover(backend, log, folder, folder.Info.Object, batch, ending: ending);
                    progress?.Invoke(recovered);
                }
                catch (NeptuneNotFoundException) when (backend.WasDeleted(folder.Info.Object))
                {
                    // That must not keep the other journals from being finished.
                    folder.SetAside(new(Applied: false, "its object was deleted while records of it were still here"));
                    log.ObjectGone(folder.Info.Id, folder.Path);
                }
                catch (NeptuneNotFoundException)
                {
                    log.ObjectUnknown(folder.Info.Id, folder.Path);
                }
            }
        }
    }

    /// <summary>Applies a journal that the caller has taken over to an object, and removes it, unless something of it is missing.</summary>
    /// <param name="backend">Where the journal goes.</param>
    /// <param name="log">Told about what was recovered and what could not be.</param>
    /// <param name="folder">The journal.</param>
    /// <param name="target">The object.</param>
    /// <param name="batch">Told after each batch how many bytes and records it had.</param>
    /// <param name="rewrite">What becomes of an operation before it is applied; none changes by default.</param>
    /// <param name="ending">Ends it after a batch; what is left can be recovered later.</param>
    public static RecoveredJournal Recover(IBackend backend, ILogger log, JournalFolder folder, Guid target, Action<long, int>? batch = null, Func<Operation, Operation>? rewrite = null, CancellationToken ending = default)
    {
        try
        {
            var from = backend.JournalPosition(folder.Info.Journal);
            var segments = JournalSegments.Look(folder.Path);
            List<string> missing = [.. segments.Faults, .. segments.Missing(folder.Info, from)];
            var (bytes, refused) = (0L, new List<OperationError>());
            if (segments.Found.Count > 0)
            {
                using var applier = new JournalApplier(backend, folder, target, new JournalCursor(segments.Open(), verify: true), from, isRecovery: true, rewrite);
                for (var start = from; applier.ApplyNext(long.MaxValue, ending) is { } result; start = applier.Applied)
                {
                    refused.AddRange(result.Errors);
                    batch?.Invoke(applier.Applied - start, applier.LastRecords);
                    ending.ThrowIfCancellationRequested();
                }
                bytes = applier.Applied - from;
                if (applier.DamagedBytes > 0)
                    missing.Add(string.Create(CultureInfo.InvariantCulture, $"{applier.DamagedBytes:N0} bytes of records are damaged"));
            }

            NoteLoss(backend, folder, target, ending);
            log.JournalRecovered(folder.Info.Id, bytes);
            foreach (var error in refused)
                log.OperationRefused(folder.Info.Id, error.Path, error.Message);
            missing.AddRange(refused.Where(error => error.IsLoss).Select(error => $"the file of \"{error.Path}\" is lost"));
            return new RecoveredJournal(folder.Info, bytes, Finish(backend, log, folder, missing, isRead: segments.Unread == 0, ending));
        }
        finally
        {
            folder.Dispose();
        }
    }

    /// <summary>A process that went without a word left its object running.</summary>
    private static void NoteLoss(IBackend backend, JournalFolder folder, Guid target, CancellationToken ending)
    {
        if (folder.Lost is { } lost && !JournalEntry.List(backend.JournalRoot).Any(entry => entry.State == JournalState.InUse && entry.Path != folder.Path && entry.Info?.Object == folder.Info.Object))
            backend.RecordLoss(target, string.Create(CultureInfo.InvariantCulture, $"process {lost.Id} on {lost.Host} went without a word"), ending);
    }

    /// <param name="isRead">Whether all that is intact is in the store now; records that nobody could check may be intact as well.</param>
    private static string? Finish(IBackend backend, ILogger log, JournalFolder folder, List<string> missing, bool isRead, CancellationToken ending)
    {
        if (missing.Count == 0)
        {
            folder.Remove(journal => backend.ForgetJournal(journal, ending));
            return null;
        }
        var text = string.Join("; ", missing);
        folder.SetAside(new(Applied: isRead, text));
        log.JournalDamaged(folder.Info.Id, text, folder.Path);
        return text;
    }
}
