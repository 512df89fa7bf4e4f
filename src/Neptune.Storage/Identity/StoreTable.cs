using Neptune.Storage.Sql;

namespace Neptune.Storage.Identity;

/// <summary>The one row that says which store the database is.</summary>
internal static class StoreTable
{
    public static Guid Id(SqlSession session) =>
        Guid.Parse(session.Statement("select id from store").Text() ?? throw new NeptuneCorruptDataException("The database does not say which store it is. Restore it from a backup."));
}
