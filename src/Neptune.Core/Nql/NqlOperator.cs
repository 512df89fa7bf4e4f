namespace Neptune.Core.Nql;

internal enum NqlOperator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    Matches,
}
