namespace Neptune.Core.Nql;

/// <summary>A field compared with a value. What the text of the value means depends on the type of the field.</summary>
internal sealed record NqlClause(NqlField Field, NqlOperator Operator, string Value) : NqlNode;
