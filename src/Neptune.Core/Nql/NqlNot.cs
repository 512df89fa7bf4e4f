namespace Neptune.Core.Nql;

/// <summary>The operand does not hold.</summary>
internal sealed record NqlNot(NqlNode Operand) : NqlNode;
