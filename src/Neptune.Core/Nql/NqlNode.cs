namespace Neptune.Core.Nql;

/// <summary>A parsed query: immutable, equal when it says the same in the same form.</summary>
internal abstract record NqlNode;
