namespace Neptune.Storage.Search;

/// <summary>A way to go through the objects of one rank in the order of the table.</summary>
internal abstract class Walk(int rank)
{
    public int Rank => rank;

    /// <summary>The rows by which an index finds the objects of the rank; empty when it does not.</summary>
    public virtual IReadOnlyList<FieldTest> Members => [];

    /// <summary>Finds the next objects, in order.</summary>
    /// <param name="after">Where to begin; <c>null</c> for the first object of the rank.</param>
    /// <param name="limit">How many objects are wanted.</param>
    /// <param name="bound">How many entries to look at, at most, before coming back with what was found.</param>
    public abstract WalkResult Run(SortKey? after, int limit, int bound);
}
