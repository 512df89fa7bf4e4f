namespace Neptune.Storage.Search;

/// <summary>Several walks of the same rank, such as over ints and floats at the same path, in one order.</summary>
internal sealed class MergeWalk(IReadOnlyList<IndexWalk> walks, SortOrder order) : Walk(walks[0].Rank)
{
    public override IReadOnlyList<long> Objects(SortKey? after, int bound) =>
        [.. walks.SelectMany(walk => walk.Keys(after, bound)).Order(order).Take(bound).Select(key => key.ObjectId)];
}
