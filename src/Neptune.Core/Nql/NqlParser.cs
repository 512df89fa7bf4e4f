namespace Neptune.Core.Nql;

/// <summary>
/// Parses the Neptune query language by recursive descent; the grammar is in <c>NQL.md</c>. What comes out is checked: operators
/// fit the types that are named, and values fit the operators.
/// </summary>
internal sealed class NqlParser
{
    /// <summary>How deep parentheses and NOTs may be nested; deeper ones could exhaust the stack.</summary>
    public const int MaxDepth = 100;

    /// <summary>How many clauses a query may have, so that it fits into one statement of the database.</summary>
    public const int MaxClauses = 1000;

    private readonly string query;
    private readonly NqlLexer lexer;
    private NqlToken token;
    private int depth;
    private int clauses;

    private NqlParser(string query)
    {
        this.query = query;
        lexer = new(query);
        token = lexer.Next();
    }

    /// <exception cref="NeptuneQueryException">The text is no query.</exception>
    public static NqlNode Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parser = new NqlParser(query);
        if (parser.token.Kind == NqlTokenKind.End)
            return NqlEverything.Instance;
        var node = parser.Or();
        return parser.token.Kind == NqlTokenKind.End ? node : throw parser.Expected("AND, OR or the end");
    }

    private NqlNode Or() => Terms(NqlWords.Or, And) is var terms && terms.Count == 1 ? terms[0] : new NqlOr([.. terms]);

    private NqlNode And() => Terms(NqlWords.And, Not) is var terms && terms.Count == 1 ? terms[0] : new NqlAnd([.. terms]);

    private List<NqlNode> Terms(string separator, Func<NqlNode> term)
    {
        var terms = new List<NqlNode> { term() };
        while (token.IsWord(separator))
        {
            Take();
            terms.Add(term());
        }
        return terms;
    }

    private NqlNode Not()
    {
        if (token.IsWord(NqlWords.Not))
            return Nested(() => new NqlNot(Not()));
        return token.Kind == NqlTokenKind.Open ? Nested(Parenthesized) : Clause();
    }

    private NqlNode Parenthesized()
    {
        var node = Or();
        Take(NqlTokenKind.Close, "AND, OR or \")\"");
        return node;
    }

    /// <summary>Takes the token that opens a level and parses what is in it.</summary>
    private NqlNode Nested(Func<NqlNode> inner)
    {
        if (depth == MaxDepth)
            throw Error(token, FormattableString.Invariant($"parentheses and NOTs are nested more than {MaxDepth} deep; simplify the query"));
        Take();
        depth++;
        var node = inner();
        depth--;
        return node;
    }

    private NqlNode Clause()
    {
        if (++clauses > MaxClauses)
            throw Error(token, FormattableString.Invariant($"the query has more than {MaxClauses} clauses; parted it can be run in several"));
        var field = Field();
        var negated = token.IsWord(NqlWords.Not);
        if (negated)
            Take();
        NqlNode node = token.IsWord(NqlWords.Exists) ? Exists(field) : Comparison(field, negated);
        return negated ? new NqlNot(node) : node;
    }

    private NqlExists Exists(NqlField field)
    {
        if (field.Aggregate is not null)
            throw Error(token, "EXISTS asks for a field, not for a function of it; expected a comparison");
        Take();
        return new(field);
    }

    private NqlClause Comparison(NqlField field, bool negated)
    {
        var at = token;
        if (at.Kind is not (NqlTokenKind.Symbol or NqlTokenKind.Word) || NqlWords.Operator(at.Text) is not { } op || (negated && at.Kind == NqlTokenKind.Symbol))
            throw Expected(negated ? "CONTAINS, MATCHES or EXISTS after NOT" : "an operator: =, !=, >, >=, <, <=, CONTAINS, MATCHES or EXISTS");
        if (NqlRules.WhyNot(field, op) is { } reason)
            throw Error(at, reason);
        Take();
        var value = token;
        if (value.Kind is not (NqlTokenKind.Word or NqlTokenKind.QuotedText) || (value.Kind == NqlTokenKind.Word && NqlWords.IsReserved(value.Text)))
            throw Expected("a value, such as 0.5 or \"text\"");
        if (NqlRules.WhyNot(field, op, value.Text) is { } problem)
            throw Error(value, problem);
        Take();
        return new(field, op, value.Text);
    }

    private NqlField Field()
    {
        var name = token;
        if (name.Kind is not (NqlTokenKind.Word or NqlTokenKind.QuotedName) || (name.Kind == NqlTokenKind.Word && NqlWords.IsReserved(name.Text)))
            throw Expected("the name of a field, \"(\" or NOT");
        Take();
        if (name.Kind == NqlTokenKind.QuotedName || token.Kind != NqlTokenKind.Open)
            return new(Path(name), Type());

        if (!NqlWords.Aggregates.TryGetValue(name.Text, out var aggregate))
            throw Error(name, $"{name.Described} is no function; expected last, min, max, average or variance");
        Take();
        var argument = token;
        if (argument.Kind is not (NqlTokenKind.Word or NqlTokenKind.QuotedName))
            throw Expected("the name of a float series");
        Take();
        var typed = token;
        var type = Type();
        if (type is not (null or FieldType.FloatSeries))
            throw Error(typed, $"{NqlWords.Of(aggregate)}(…) is taken of a floatSeries, not of a field of type {NqlWords.Of(type.Value)}");
        Take(NqlTokenKind.Close, "\")\"");
        return new(Path(argument), type, aggregate);
    }

    private FieldType? Type()
    {
        if (token.Kind != NqlTokenKind.Colon)
            return null;
        Take();
        if (token.Kind != NqlTokenKind.Word || !NqlWords.Types.TryGetValue(token.Text, out var type))
            throw Expected($"a type: {string.Join(", ", NqlWords.Types.Keys.Order(StringComparer.Ordinal))}");
        Take();
        return type;
    }

    private string Path(NqlToken name)
    {
        try
        {
            return FieldPath.Normalize(name.Text);
        }
        catch (NeptunePathException error)
        {
            throw Error(name, error.Message.TrimEnd('.'));
        }
    }

    private void Take() => token = lexer.Next();

    private void Take(NqlTokenKind kind, string expected)
    {
        if (token.Kind != kind)
            throw Expected(expected);
        Take();
    }

    private NeptuneQueryException Expected(string what) => Error(token, $"expected {what}, but found {token.Described}");

    private NeptuneQueryException Error(NqlToken at, string problem) => NqlErrors.At(query, at.Position, problem);
}
