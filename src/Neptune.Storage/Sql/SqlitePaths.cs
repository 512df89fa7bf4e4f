namespace Neptune.Storage.Sql;

/// <summary>Names of the files of an embedded store.</summary>
internal static class SqlitePaths
{
    public static string Database(string folder) => Path.Combine(folder, "store.db");

    public static string Files(string folder) => Path.Combine(folder, "files");

    /// <summary>Whether changes wait in the write-ahead log that are not in the database file yet.</summary>
    public static bool HasLog(string folder) => new FileInfo(Database(folder) + "-wal") is { Exists: true, Length: > 0 };
}
