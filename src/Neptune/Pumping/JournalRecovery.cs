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
            foreach (var (path, info) in JournalFolder.ListDamaged(backend.JournalRoot))
            {
                if (info is null)
                    log.JournalUnreadable(path);
            }
            foreach (var (path, info) in JournalFolder.List(backend.JournalRoot))
            {
                ending.ThrowIfCancellationRequested();
                if (only?.Invoke(info) == false || !JournalFolder.TryTakeOver(path, out var folder))
                    continue;
                try
                {
                    var recovered = Recover(backend, log, folder, folder.Info.Object, batch, ending: ending);
                    progress?.Invoke(recovered);
                }
                catch (NeptuneNotFoundException)
                {
                    // Its object was deleted; that must not keep the other journals from being finished.
                    folder.SetAside();
                    log.ObjectGone(folder.Info.Id, folder.Path);
                }
            }
        }
    }

    /// <summary>Applies a journal that the caller has taken over to an object, and removes it.</summary>
    /// <param name="backend">Where the journal goes.</param>
    /// <param name="log">Told about what was recovered and what could not be.</param>
    /// <param name="folder">The journal.</param>
    /// <param name="target">The object.</param>
    /// <param name="batch">Told after each batch how many bytes and records it had.</param>
    /// <param name="rewrite">What becomes of an operation before it is applied; none changes by default.</param>
    /// <param name="ending">Ends it after a batch; what is left can be recovered later.</param>
    public static RecoveredJournal Recover(IBackend backend, ILogger log, JournalFolder folder, Guid target, Action<long, int>? batch = null, Func<Operation, Operation>? rewrite = null, CancellationToken ending = default)
    {
        var (segments, damaged) = OpenSegments(folder, log);
        try
        {
            var (bytes, refused) = (0L, new List<OperationError>());
            if (segments.Count > 0)
            {
                var from = backend.JournalPosition(folder.Info.Journal);
                using var applier = new JournalApplier(backend, folder, target, new JournalCursor(segments[0], verify: true), from, rewrite);
                damaged += Math.Max(0, segments[0].Start - from);
                for (var start = from; applier.ApplyNext(long.MaxValue, ending) is { } result; start = applier.Applied)
                {
                    refused.AddRange(result.Errors);
                    batch?.Invoke(applier.Applied - start, applier.LastRecords);
                    ending.ThrowIfCancellationRequested();
                }
                bytes = applier.Applied - from;
                damaged += applier.DamagedBytes;
            }

            log.JournalRecovered(folder.Info.Id, bytes);
            foreach (var error in refused)
                log.OperationRefused(folder.Info.Id, error.Path, error.Message);
            Finish(backend, log, folder, damaged, ending);
            return new RecoveredJournal(folder.Info, bytes, damaged);
        }
        finally
        {
            folder.Dispose();
        }
    }

    private static void Finish(IBackend backend, ILogger log, JournalFolder folder, long damaged, CancellationToken ending)
    {
        if (damaged == 0)
        {
            folder.Remove(journal => backend.ForgetJournal(journal, ending));
            return;
        }
        folder.SetAside();
        log.JournalDamaged(folder.Info.Id, damaged, folder.Path);
    }

    private static (List<Segment> Segments, long DamagedBytes) OpenSegments(JournalFolder folder, ILogger log)
    {
        var segments = new List<Segment>();
        var damaged = 0L;
        foreach (var path in Directory.GetFiles(folder.Path, "*" + JournalFolder.SegmentExtension))
        {
            try
            {
                if (Segment.OpenExisting(path, folder.Info.Journal) is { } segment)
                    segments.Add(segment);
            }
            catch (NeptuneCorruptDataException e)
            {
                damaged += new FileInfo(path).Length;
                log.SegmentUnreadable(folder.Info.Id, e.Message);
            }
        }

        segments.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        for (var i = 1; i < segments.Count; i++)
            segments[i - 1].Next = segments[i];
        return (segments, damaged);
    }
}
