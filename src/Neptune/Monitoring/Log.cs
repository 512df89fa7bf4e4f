using Microsoft.Extensions.Logging;

namespace Neptune;

/// <summary>Every message that the library logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Id} is at {Url}")]
    public static partial void ObjectAt(this ILogger log, string id, Uri url);

    [LoggerMessage(23, LogLevel.Information, "{Id} {How}: {Where}")]
    public static partial void RunEnded(this ILogger log, string id, string how, string where);

    [LoggerMessage(2, LogLevel.Debug, "Recovered {Bytes} bytes that an earlier process had logged to {Id}.")]
    public static partial void JournalRecovered(this ILogger log, string id, long bytes);

    [LoggerMessage(3, LogLevel.Warning, "The journal of {Id} is damaged: {Missing}. What is intact was recovered; the journal is kept in {Folder} until `neptune clear`.")]
    public static partial void JournalDamaged(this ILogger log, string id, string missing, string folder);

    [LoggerMessage(5, LogLevel.Warning, "{Id}: \"{Path}\" was not written. {Reason}")]
    public static partial void OperationRefused(this ILogger log, string id, string path, string reason);

    [LoggerMessage(6, LogLevel.Warning, "{Id}: the store does not answer ({Reason}). Logging goes on, {Whereabouts}, and writing is tried again.")]
    public static partial void BackendFailed(this ILogger log, string id, string reason, string whereabouts);

    [LoggerMessage(7, LogLevel.Information, "{Id}: the store answers again.")]
    public static partial void BackendBack(this ILogger log, string id);

    [LoggerMessage(8, LogLevel.Warning, "{Id}: the journal cannot grow. {Reason} What is logged now is NOT recorded; training goes on. Recording resumes when there is room.")]
    public static partial void NoRoom(this ILogger log, string id, string reason);

    [LoggerMessage(18, LogLevel.Warning, "{Id}: the disk of {Folder} is more than {Percent} % full (NEPTUNE_MAX_DISK_USAGE). What is logged now is NOT recorded; training goes on. Recording resumes when there is room.")]
    public static partial void DiskLimit(this ILogger log, string id, string folder, double percent);

    [LoggerMessage(9, LogLevel.Warning, "{Id}: {Records} records could not be written and were not recorded.")]
    public static partial void RecordsDropped(this ILogger log, string id, long records);

    [LoggerMessage(10, LogLevel.Warning, "{Id}: stopped with {Bytes} bytes not yet in the store: {Whereabouts}. The next process that opens the store, or `neptune sync`, finishes what is there.")]
    public static partial void LeftOnDisk(this ILogger log, string id, long bytes, string whereabouts);

    [LoggerMessage(11, LogLevel.Warning, "{Id}: {Callback} threw. {Reason}")]
    public static partial void CallbackFailed(this ILogger log, string id, string callback, string reason);

    [LoggerMessage(12, LogLevel.Warning, "{Id}: {Job} stopped working and is switched off. {Reason}")]
    public static partial void JobFailed(this ILogger log, string id, string job, string reason);

    [LoggerMessage(13, LogLevel.Warning, "Abandoned journals in {Root} could not be finished now. {Reason}")]
    public static partial void RecoveryFailed(this ILogger log, string root, string reason);

    [LoggerMessage(14, LogLevel.Information, "{Id} is offline in {Folder}. `neptune sync` carries it into the store.")]
    public static partial void LeftOffline(this ILogger log, string id, string folder);

    [LoggerMessage(15, LogLevel.Warning, "{Folder} holds a journal that is NOT in the store, and it cannot be told whose it is: {Reason}. Restore journal.json there from a backup, or keep the folder for who can.")]
    public static partial void JournalUnreadable(this ILogger log, string folder, string reason);

    [LoggerMessage(16, LogLevel.Warning, "{Id}: {Files} source files are too large, too many or no text and were left out of source_code/files. RunOptions.SourceFiles names the ones to keep.")]
    public static partial void SourcesLeftOut(this ILogger log, string id, int files);

    [LoggerMessage(19, LogLevel.Warning, "{Id}: everything is in the store, but its journal {Folder} could not be removed. {Reason} The next process that opens the store does that.")]
    public static partial void JournalNotRemoved(this ILogger log, string id, string folder, string reason);

    [LoggerMessage(20, LogLevel.Warning, "{Id}: that it ended could not be recorded. {Reason}")]
    public static partial void EndNotRecorded(this ILogger log, string id, string reason);

    [LoggerMessage(21, LogLevel.Warning, "{Notice}")]
    public static partial void StoreNotice(this ILogger log, string notice);

    [LoggerMessage(22, LogLevel.Warning, "Locks of files do not work in {Folder}. Journals there are told apart by their processes alone; keep the store to one machine at a time.")]
    public static partial void NoLocks(this ILogger log, string folder);

    [LoggerMessage(28, LogLevel.Information, "{Id}: {Count} hidden files, hidden folders and links to folders were left out ({Examples}). Name them to take them.")]
    public static partial void FilesLeftOut(this ILogger log, string id, int count, string examples);

    [LoggerMessage(24, LogLevel.Warning, "{Id}: {Count} links lead to files elsewhere, whose contents were taken ({Examples}).")]
    public static partial void LinksFollowed(this ILogger log, string id, int count, string examples);

    [LoggerMessage(25, LogLevel.Warning, "{Id}: \"{Path}\" is NOT recorded, as its files could not be kept. {Reason} Training goes on; files are recorded again when they can be.")]
    public static partial void FilesNotKept(this ILogger log, string id, string path, string reason);

    [LoggerMessage(26, LogLevel.Warning, "{Id} was stopped because the process ends. What is logged to it now is NOT recorded.")]
    public static partial void TooLate(this ILogger log, string id);

    [LoggerMessage(27, LogLevel.Warning, "{Id} is not in this database, which may be an older one, or another. The journal waits in {Folder} until the database that has it is back.")]
    public static partial void ObjectUnknown(this ILogger log, string id, string folder);

    [LoggerMessage(17, LogLevel.Warning, "{Id} was deleted while records of it were still in a journal. They are kept in {Folder} until `neptune clear --unsynced`.")]
    public static partial void ObjectGone(this ILogger log, string id, string folder);
}
