using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>The objects that were deleted for ever. A journal of an object that is neither here nor there belongs to another state of the database.</summary>
internal static class DeletedObjects
{
    public static void Note(SqlSession session, Guid uid) => session.Statement("insert into deleted_object (uid) values (@uid) on conflict do nothing").Set("@uid", uid).Execute();

    public static bool Has(SqlSession session, Guid uid) => session.Statement("select 1 from deleted_object where uid = @uid").Set("@uid", uid).Number() is not null;
}
