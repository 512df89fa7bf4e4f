using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Rows of an index that give objects.</summary>
/// <param name="Condition">What all objects with the wanted properties fulfil; <c>null</c> for being one of the objects at all.</param>
/// <param name="WriteRows">Writes the statement that gives their ids, as often as there are rows.</param>
/// <param name="Share">How many of all objects there are, from 0 to 1, as far as a sample tells.</param>
/// <param name="ScanCost">What it takes to look for them among the entries of an object, in microseconds; 0 when they stand together.</param>
/// <param name="AllObjects">How many objects there are.</param>
internal sealed record CandidateSource(Condition? Condition, Action<SqlText> WriteRows, double Share, double ScanCost, long AllObjects)
{
    /// <summary>What it takes to read them, in microseconds.</summary>
    public double Cost => AllObjects * (ScanCost + (Share * CandidateFinder.CostOfNumber));
}
