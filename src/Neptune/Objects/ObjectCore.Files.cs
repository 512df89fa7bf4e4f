using Neptune.Storage;
using Neptune.Storage.Sql;

namespace Neptune.Objects;

/// <content>Reading files that are logged and keeping their contents until the store has them.</content>
internal sealed partial class ObjectCore
{
    private int stagingReported;

    /// <summary>Reads and keeps what an operation at a path needs of files. Trouble of the disk is treated as for records; a file that is not there is the caller's.</summary>
    /// <returns><see langword="null"/> when the operation is given up; that was reported.</returns>
    /// <exception cref="NeptuneStoreException">The disk cannot be used, in sync mode.</exception>
    /// <exception cref="NeptuneDiskFullException">It has no room, in sync mode.</exception>
    public T? Prepare<T>(string path, Func<T> prepare)
        where T : class
    {
        try
        {
            return prepare();
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            RequireOpen();
            if (stopped)
                ReportLate();
            else
                GiveUp(path, new StoreErrors(Session.Folder).From(e));
            return null;
        }
    }

    /// <summary>Keeps a file's content in the journal's folder, under its hash.</summary>
    public FileContent Stage(NeptuneFile file)
    {
        using var content = file.Open();
        var staged = FileStaging.Stage(Session.StagingFolder, new ContentStream(content), file.Extension);
        Volatile.Write(ref stagingReported, 0);
        return staged;
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

    /// <summary>Gives an operation up whose files could not be kept.</summary>
    private void GiveUp(string path, NeptuneException error)
    {
        session!.NoteDropped();
        if (isSync)
            throw error;
        if (Interlocked.Exchange(ref stagingReported, 1) == 0)
            Log.FilesNotKept(Record.SysId, path, error.Message);
    }
}
