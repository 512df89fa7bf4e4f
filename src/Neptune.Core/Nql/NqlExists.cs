namespace Neptune.Core.Nql;

/// <summary>The object has the field.</summary>
internal sealed record NqlExists(NqlField Field) : NqlNode;
