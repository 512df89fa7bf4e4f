using System.Buffers;
using System.Text;

namespace Neptune.Core.Nql;

/// <summary>Cuts a query into tokens.</summary>
internal sealed class NqlLexer(string query)
{
    private const char BackQuote = '`';
    private const char Escape = '\\';

    /// <summary>What ends a bare word, besides blanks. A colon does unless it stands between digits, as in a time.</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("()=!<>\"'`:");

    private int at;

    public NqlToken Next()
    {
        while (at < query.Length && char.IsWhiteSpace(query[at]))
            at++;
        if (at == query.Length)
            return new(NqlTokenKind.End, "", at);
        return query[at] switch
        {
            '(' => Single(NqlTokenKind.Open),
            ')' => Single(NqlTokenKind.Close),
            ':' => Single(NqlTokenKind.Colon),
            '"' or '\'' => QuotedText(),
            BackQuote => QuotedName(),
            '=' or '!' or '<' or '>' => Symbol(),
            _ => Word(),
        };
    }

    private NqlToken Single(NqlTokenKind kind) => new(kind, query[at].ToString(), at++);

    private NqlToken Symbol()
    {
        var start = at++;
        if (at < query.Length && query[at] == '=')
            at++;
        return new(NqlTokenKind.Symbol, query[start..at], start);
    }

    private NqlToken Word()
    {
        var start = at;
        while (at < query.Length && !char.IsWhiteSpace(query[at]) && (!Delimiters.Contains(query[at]) || IsColonOfTime()))
            at++;
        return new(NqlTokenKind.Word, query[start..at], start);
    }

    private bool IsColonOfTime() =>
        query[at] == ':' && at > 0 && at + 1 < query.Length && char.IsAsciiDigit(query[at - 1]) && char.IsAsciiDigit(query[at + 1]);

    /// <summary>A name in back quotes, in which a back quote is written twice and a backslash is itself.</summary>
    private NqlToken QuotedName()
    {
        var start = at++;
        var name = new StringBuilder();
        for (; at < query.Length; at++)
        {
            if (query[at] != BackQuote)
                name.Append(query[at]);
            else if (at + 1 < query.Length && query[at + 1] == BackQuote)
                name.Append(query[at++]);
            else
                return Ended(NqlTokenKind.QuotedName, name, start);
        }
        throw NqlErrors.At(query, start, "the name that begins here does not end; expected a closing `");
    }

    /// <summary>A text in quotes. A backslash escapes quotes and itself and makes \n, \r and \t; before anything else it stays, so that patterns need no second one.</summary>
    private NqlToken QuotedText()
    {
        var start = at;
        var quote = query[at++];
        var text = new StringBuilder();
        for (; at < query.Length; at++)
        {
            if (query[at] == quote)
                return Ended(NqlTokenKind.QuotedText, text, start);
            if (query[at] == Escape && at + 1 < query.Length && Unescape(query[at + 1]) is { } meant)
            {
                text.Append(meant);
                at++;
            }
            else
            {
                text.Append(query[at]);
            }
        }
        throw NqlErrors.At(query, start, $"the text that begins here does not end; expected a closing {quote}");
    }

    private static char? Unescape(char escaped) => escaped switch
    {
        '"' or '\'' or Escape => escaped,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private NqlToken Ended(NqlTokenKind kind, StringBuilder text, int start)
    {
        at++;
        return new(kind, text.ToString(), start);
    }
}
