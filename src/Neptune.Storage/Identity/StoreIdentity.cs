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

    /// <summary>Brings the manifest up to what the database says, and the database's counters up to what the manifest says.</summary>
    /// <returns>What its users should know, or <see langword="null"/>.</returns>
    /// <exception cref="NeptuneStoreException">The database is that of another store.</exception>
    public static string? Reconcile(StoreDatabase database, string folder)
    {
        var id = database.Read(StoreTable.Id);
        if (StoreManifest.Read(folder) is not { } manifest)
        {
            new StoreManifest(id, database.Read(session => FirstProject(session, folder)).ToString(), database.Read(ProjectTable.CountObjects)).Write(folder);
            return null;
        }
        if (manifest.Id != id)
            throw new NeptuneStoreException($"The database in {folder} is that of another store ({id}) than the files beside it ({manifest.Id}). Put the right one back; if it is meant to be this one, delete {StoreManifest.PathIn(folder)}.");

        var missing = database.Read(session => Missing(session, manifest));
        if (missing <= 0)
            return null;
        var counted = database.Write(session => Missing(session, manifest) > 0 ? ProjectTable.SkipIds(session, missing) : ProjectTable.CountObjects(session));
        (manifest with { Objects = counted }).Write(folder);
        return $"The store {folder} has gone back to an earlier state: {missing} objects that were made in it are missing. Ids go on after theirs, so that none is given twice.";
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
