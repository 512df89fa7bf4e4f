namespace Neptune.Storage.Search;

/// <summary>Several walks of the same rank, such as over ints and floats at the same path, in one order.</summary>
internal sealed class MergeWalk(IReadOnlyList<Walk> walks, SortOrder order) : Walk(walks[0].Rank)
{
    public override WalkResult Run(SortKey? after, int limit, int bound)
    {
        // What one walk has found counts only as far as all others have come, so each goes as far as it has to.
        List<SortKey> keys = [.. walks.SelectMany(walk => walk.Run(after, limit, int.MaxValue).Keys)];
        keys.Sort(order);
        return keys.Count >= limit ? new(keys[..limit], Complete: false) : new(keys, Complete: true);
    }
}
