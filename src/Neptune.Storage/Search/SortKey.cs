namespace Neptune.Storage;

/// <summary>Where an object stands in a sorted table. Also the cursor from one page to the next, which stays right when objects come and go.</summary>
/// <param name="Rank">Of the type of the value: numbers come before times, bools and texts, whatever the direction, and objects without a value last.</param>
/// <param name="Value">A long, double or string; <c>null</c> when there is none.</param>
/// <param name="ObjectId">Parts equal values, in the direction of the sort.</param>
internal readonly record struct SortKey(int Rank, object? Value, long ObjectId)
{
    public const int Missing = 9;
}
