using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Identity;

/// <summary>Keeps the database and the folder it is in together: <see cref="StoreManifest"/> is written beside it, and what does not fit is found out.</summary>
internal static class StoreIdentity
{
    /// <summary>Refuses to begin a new database where the remains of a store lie without theirs.</summary>
    /// <exception cref="NeptuneStoreException">The database is missing.</exception>
    public static void RequireDatabase(string folder)
    {
        var database = new FileInfo(SqlitePaths.Database(folder));
        if ((database.Exists && (database.Length > 0 || SqlitePaths.HasLog(folder))) || Remains(folder) is not { } remains)
            return;
        throw new NeptuneStoreException($"The database {database.FullName} is {(database.Exists ? "empty" : "missing")}, but {remains} of a store lies beside it. Restore the database from a backup, or move {folder} away to begin a new store.");
    }

    /// <summary>Refuses to take a database without tables for a new one where a store was. Whoever makes a store writes the tables first.</summary>
    /// <exception cref="NeptuneStoreException">The database has lost what was in it.</exception>
    public static void RequireNew(string folder, Func<bool> isEmpty)
    {
        if (isEmpty() && Remains(folder) is { } remains && isEmpty())
            throw new NeptuneStoreException($"The database {SqlitePaths.Database(folder)} has nothing in it, but {remains} of a store lies beside it: its log, store.db-wal, may be missing. Put that back, restore the database from a backup, or move {folder} away to begin a new store.");
    }

    /// <summary>Brings the manifest up to what the database says, and the database's counters up to what the manifest says.</summary>
    /// <returns>What its users should know, or <see langword="null"/>; and how many objects are missing.</returns>
    /// <exception cref="NeptuneStoreException">The database is that of another store.</exception>
    public static (string? Notice, long Missing) Reconcile(StoreDatabase database, string folder)
    {
        if (StoreManifest.Read(folder) is not { } manifest)
        {
            new StoreManifest(database.Read(StoreTable.Id), database.Read(session => FirstProject(session, folder)).ToString(), database.Read(ProjectTable.CountObjects)).Write(folder);
            return (null, database.Read(StoreTable.MissingObjects));
        }
        var missing = Missing(database, folder, manifest);
        if (missing > 0)
            database.Write(session => Skip(session, manifest));
        return (missing > 0 ? $"{TurnedBack(folder, missing)} Ids go on after theirs, so that none is given twice." : null, database.Read(StoreTable.MissingObjects));
    }

    /// <summary>As <see cref="Reconcile"/>, without changing anything.</summary>
    public static (string? Notice, long Missing) Compare(StoreDatabase database, string folder)
    {
        try
        {
            var missing = StoreManifest.Read(folder) is { } manifest ? Math.Max(0, Missing(database, folder, manifest)) : 0;
            return (missing > 0 ? TurnedBack(folder, missing) : null, missing + database.Read(StoreTable.MissingObjects));
        }
        catch (NeptuneCorruptDataException error)
        {
            // It can be read all the same.
            return (error.Message, database.Read(StoreTable.MissingObjects));
        }
    }

    /// <summary>Notes how many objects the store has made.</summary>
    public static void Note(string folder, long objects)
    {
        try
        {
            if (StoreManifest.Read(folder) is { } manifest && manifest.Objects < objects)
                (manifest with { Objects = objects }).Write(folder);
        }
        catch (Exception error) when (error is NeptuneException || FileSystemError.Is(error))
        {
            // The object is made; a store that is turned back to before it will only be noticed by what is noted next.
        }
    }

    /// <exception cref="NeptuneStoreException">The database is that of another store.</exception>
    private static long Missing(StoreDatabase database, string folder, StoreManifest manifest)
    {
        var id = database.Read(StoreTable.Id);
        return manifest.Id == id
            ? database.Read(session => Missing(session, manifest))
            : throw new NeptuneStoreException($"The database in {folder} is that of another store ({id}) than the files beside it ({manifest.Id}). Put the right one back; if it is meant to be this one, delete {StoreManifest.PathIn(folder)}.");
    }

    private static void Skip(SqlSession session, StoreManifest manifest)
    {
        // Another process may have done it meanwhile.
        if (Missing(session, manifest) is not (> 0 and var missing))
            return;
        StoreTable.NoteMissing(session, missing);
        ProjectTable.SkipIds(session, missing);
    }

    private static string TurnedBack(string folder, long missing) =>
        FormattableString.Invariant($"The store {folder} has gone back to an earlier state: {missing} objects that were made in it are missing.");

    private static long Missing(SqlSession session, StoreManifest manifest) => manifest.Objects - ProjectTable.CountObjects(session);

    /// <summary>The project that was meant so far: that of the folder's name, or the only one of the workspace for projects without one, as in a folder that was renamed.</summary>
    private static ProjectName FirstProject(SqlSession session, string folder)
    {
        var named = ProjectName.FromFolder(Path.GetFileName(Path.GetDirectoryName(folder)) ?? "");
        var locals = ProjectTable.List(session).Where(project => project.Name.Workspace == ProjectName.DefaultWorkspace).Select(project => project.Name).ToList();
        return locals is [var only] ? only : named;
    }

    private static string? Remains(string folder)
    {
        if (File.Exists(StoreManifest.PathIn(folder)))
            return Path.GetFileName(StoreManifest.PathIn(folder));
        return new DirectoryInfo(SqlitePaths.Files(folder)) is { Exists: true } files && files.EnumerateDirectories().Any() ? files.Name : null;
    }
}
