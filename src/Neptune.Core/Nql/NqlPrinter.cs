using System.Text;

namespace Neptune.Core.Nql;

/// <summary>Writes a query in its canonical form: names back-quoted, values in double quotes, words in upper case.</summary>
internal static class NqlPrinter
{
    public static string Print(NqlNode node)
    {
        var text = new StringBuilder();
        Print(node, text);
        return text.ToString();
    }

    private static void Print(NqlNode node, StringBuilder text)
    {
        switch (node)
        {
            case NqlGroup group:
                PrintTerms(group, text);
                break;
            case NqlNot not:
                text.Append(NqlWords.Not).Append(' ');
                PrintTerm(not.Operand, text);
                break;
            case NqlClause clause:
                Print(clause.Field, text);
                text.Append(' ').Append(NqlWords.Of(clause.Operator)).Append(' ').Append(Quoted(clause.Value));
                break;
            case NqlExists exists:
                Print(exists.Field, text);
                text.Append(' ').Append(NqlWords.Exists);
                break;
        }
    }

    private static void PrintTerms(NqlGroup group, StringBuilder text)
    {
        for (var i = 0; i < group.Terms.Length; i++)
        {
            if (i > 0)
                text.Append(' ').Append(group is NqlAnd ? NqlWords.And : NqlWords.Or).Append(' ');
            PrintTerm(group.Terms[i], text);
        }
    }

    private static void PrintTerm(NqlNode term, StringBuilder text)
    {
        if (term is not NqlGroup)
        {
            Print(term, text);
            return;
        }
        text.Append('(');
        Print(term, text);
        text.Append(')');
    }

    private static void Print(NqlField field, StringBuilder text)
    {
        if (field.Aggregate is { } aggregate)
            text.Append(NqlWords.Of(aggregate)).Append('(');
        text.Append('`').Append(field.Path.Replace("`", "``", StringComparison.Ordinal)).Append('`');
        if (field.Type is { } type)
            text.Append(':').Append(NqlWords.Of(type));
        if (field.Aggregate is not null)
            text.Append(')');
    }

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => letter.ToString(),
            });
        }
        return text.Append('"').ToString();
    }
}
