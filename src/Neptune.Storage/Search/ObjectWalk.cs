using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Goes through all objects by id, for a rank whose objects have the same value or none.</summary>
/// <param name="session">The connection.</param>
/// <param name="dialect">The database.</param>
/// <param name="scope">The objects.</param>
/// <param name="membership">What makes an object one of the rank, if an index finds it.</param>
/// <param name="order">The direction.</param>
/// <param name="rank">The rank.</param>
internal sealed class ObjectWalk(SqlSession session, SqlDialect dialect, SearchScope scope, Condition? membership, SortOrder order, int rank)
    : Walk(rank)
{
    public override Condition? Membership => membership;

    public override IReadOnlyList<long> Objects(SortKey? after, int bound) =>
    [
        .. NumberList.Read(session, dialect, sql =>
        {
            scope.Write(sql.Add("select o.id from object o where "));
            if (after is { } start)
                sql.Add($" and o.id {order.Beyond} {sql.Value(start.ObjectId)}");
            sql.Add($" order by o.id {order.Direction} limit {sql.Value((long)bound)}");
        }),
    ];
}
