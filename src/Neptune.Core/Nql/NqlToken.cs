namespace Neptune.Core.Nql;

/// <summary>A piece of a query: what it says, quotes and escapes taken off, and where it begins.</summary>
internal readonly record struct NqlToken(NqlTokenKind Kind, string Text, int Position)
{
    public bool IsWord(string keyword) => Kind == NqlTokenKind.Word && NqlWords.Is(Text, keyword);

    public string Described => Kind switch
    {
        NqlTokenKind.End => "the end",
        NqlTokenKind.QuotedText => "a quoted text",
        NqlTokenKind.QuotedName => "a back-quoted name",
        _ => NqlErrors.Quote(Text),
    };
}
