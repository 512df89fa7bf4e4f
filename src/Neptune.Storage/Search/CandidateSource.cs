using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Rows of an index that give objects.</summary>
/// <param name="Condition">What all objects with the wanted properties fulfil; <c>null</c> for being one of the objects at all.</param>
/// <param name="WriteRows">Writes the statement that gives their ids, as often as there are rows.</param>
/// <param name="Share">How many of all objects there are, from 0 to 1, as far as a sample tells.</param>
/// <param name="IsScan">Whether they have to be looked for among the entries of all objects; else they stand together.</param>
/// <param name="Cost">What it takes to read them, in microseconds.</param>
internal sealed record CandidateSource(Condition? Condition, Action<SqlText> WriteRows, double Share, bool IsScan, double Cost);
