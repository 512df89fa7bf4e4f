namespace Neptune.Storage.Search;

/// <summary>The only objects that come into question.</summary>
/// <param name="Objects">Their ids.</param>
/// <param name="Others">What is still to be asked of them.</param>
/// <param name="OfRank">Whether they are those of one rank only.</param>
internal sealed record Candidates(ObjectSet Objects, IReadOnlyList<Condition> Others, bool OfRank);
