namespace Neptune.Core.Nql;

/// <summary>Which operators and values go with which types.</summary>
internal static class NqlRules
{
    /// <summary>The types whose values an operator compares.</summary>
    public static bool Compares(NqlOperator op, FieldType type) => op switch
    {
        NqlOperator.Contains => type is FieldType.String or FieldType.StringSeries or FieldType.StringSet,
        NqlOperator.Matches => type is FieldType.String or FieldType.StringSeries,
        NqlOperator.Equal or NqlOperator.NotEqual => type is FieldType.Int or FieldType.Float or FieldType.Bool or FieldType.String or FieldType.Datetime
            or FieldType.FloatSeries or FieldType.StringSeries or FieldType.RunState or FieldType.Artifact,
        _ => type is FieldType.Int or FieldType.Float or FieldType.Datetime or FieldType.FloatSeries,
    };

    /// <summary>Why the operator does not go with the field, if so.</summary>
    public static string? WhyNot(NqlField field, NqlOperator op)
    {
        if (field.Aggregate is { } aggregate && op is (NqlOperator.Contains or NqlOperator.Matches))
            return $"{NqlWords.Of(aggregate)}(…) is a number, which {NqlWords.Of(op)} does not take; expected =, !=, >, >=, < or <=";
        if (field.Type is not { } type || Compares(op, type))
            return null;
        var possible = Enum.GetValues<NqlOperator>().Where(other => Compares(other, type)).Select(NqlWords.Of).Append(NqlWords.Exists);
        return $"{NqlWords.Of(op)} does not go with a field of type {NqlWords.Of(type)}; expected {string.Join(", ", possible)}";
    }

    /// <summary>Why the value does not go with the field and the operator, if so.</summary>
    public static string? WhyNot(NqlField field, NqlOperator op, string value)
    {
        if (op == NqlOperator.Matches)
            return NqlPattern.WhyNot(value);
        if (op == NqlOperator.Contains)
            return null;
        return (field.Aggregate is null ? field.Type : FieldType.FloatSeries) switch
        {
            FieldType.Int or FieldType.Float or FieldType.FloatSeries when NqlLiteral.Number(value) is null =>
                $"{NqlErrors.Quote(value)} is no number; expected one such as 12, 0.5, 1e-3 or 50MB",
            FieldType.Bool when NqlLiteral.Bool(value) is null =>
                $"{NqlErrors.Quote(value)} is no bool; expected true or false",
            FieldType.Datetime when NqlLiteral.Datetime(value, DateTimeOffset.UtcNow) is null =>
                $"{NqlErrors.Quote(value)} is no time; expected one such as \"2030-05-17T12:00:00Z\", or -2h, -5d or -1M before now",
            FieldType.RunState when ObjectStates.Named(value) is null =>
                $"{NqlErrors.Quote(value)} is no state; expected active, inactive, {string.Join(", ", ObjectStates.All.Select(ObjectStates.Text))}",
            null when op is not (NqlOperator.Equal or NqlOperator.NotEqual) && NqlLiteral.Number(value) is null && NqlLiteral.Datetime(value, DateTimeOffset.UtcNow) is null =>
                $"{NqlErrors.Quote(value)} is neither a number nor a time, and only those are greater or less",
            _ => null,
        };
    }
}
