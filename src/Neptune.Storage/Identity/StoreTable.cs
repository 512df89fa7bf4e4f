using Neptune.Storage.Sql;

namespace Neptune.Storage.Identity;

/// <summary>The one row that says which store the database is, and how much of it the database has never known.</summary>
internal static class StoreTable
{
    /// <summary>The column with the number of objects that are missing since the database was turned back to an earlier state.</summary>
    public const string Missing = "missing";

    public static long MissingObjects(SqlSession session) => session.Statement($"select {Missing} from store").Number() ?? 0;

    public static void NoteMissing(SqlSession session, long objects) => session.Statement($"update store set {Missing} = {Missing} + @objects").Set("@objects", objects).Execute();

    public static Guid Id(SqlSession session) =>
        Guid.Parse(session.Statement("select id from store").Text() ?? throw new NeptuneCorruptDataException("The database does not say which store it is. Restore it from a backup."));
}
