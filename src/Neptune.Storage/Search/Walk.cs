namespace Neptune.Storage.Search;

/// <summary>A way to go through the objects of one rank in the order of the table.</summary>
internal abstract class Walk(int rank)
{
    public int Rank => rank;

    /// <summary>The rows by which an index finds the objects of the rank; <c>null</c> when it does not.</summary>
    public virtual Condition? Membership => null;

    /// <summary>The next objects, in order; fewer than <paramref name="bound"/> when there are no more.</summary>
    /// <param name="after">Where to begin; <c>null</c> for the first object of the rank.</param>
    /// <param name="bound">How many, at most.</param>
    public abstract IReadOnlyList<long> Objects(SortKey? after, int bound);
}
