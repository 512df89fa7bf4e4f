namespace Neptune.Core.Nql;

internal enum NqlTokenKind
{
    Word,
    QuotedName,
    QuotedText,
    Symbol,
    Open,
    Close,
    Colon,
    End,
}
