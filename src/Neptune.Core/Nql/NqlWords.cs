using System.Collections.Frozen;

namespace Neptune.Core.Nql;

/// <summary>The words of the language. All of them may be written in any case.</summary>
internal static class NqlWords
{
    public const string And = "AND";
    public const string Or = "OR";
    public const string Not = "NOT";
    public const string Exists = "EXISTS";
    public const string Contains = "CONTAINS";
    public const string Matches = "MATCHES";

    public static FrozenDictionary<string, NqlAggregate> Aggregates { get; } =
        Enum.GetValues<NqlAggregate>().ToFrozenDictionary(aggregate => aggregate.ToString(), StringComparer.OrdinalIgnoreCase);

    public static FrozenDictionary<string, FieldType> Types { get; } = new Dictionary<string, FieldType>
    {
        ["int"] = FieldType.Int,
        ["integer"] = FieldType.Int,
        ["float"] = FieldType.Float,
        ["bool"] = FieldType.Bool,
        ["string"] = FieldType.String,
        ["datetime"] = FieldType.Datetime,
        ["floatSeries"] = FieldType.FloatSeries,
        ["stringSeries"] = FieldType.StringSeries,
        ["stringSet"] = FieldType.StringSet,
        ["experimentState"] = FieldType.RunState,
        ["artifact"] = FieldType.Artifact,
        ["file"] = FieldType.File,
        ["fileSet"] = FieldType.FileSet,
        ["fileSeries"] = FieldType.FileSeries,
        ["gitRef"] = FieldType.GitRef,
        ["notebookRef"] = FieldType.NotebookRef,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, NqlOperator> Operators = new Dictionary<string, NqlOperator>
    {
        ["="] = NqlOperator.Equal,
        ["=="] = NqlOperator.Equal,
        ["!="] = NqlOperator.NotEqual,
        [">"] = NqlOperator.Greater,
        [">="] = NqlOperator.GreaterOrEqual,
        ["<"] = NqlOperator.Less,
        ["<="] = NqlOperator.LessOrEqual,
        [Contains] = NqlOperator.Contains,
        [Matches] = NqlOperator.Matches,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static NqlOperator? Operator(string text) => Operators.TryGetValue(text, out var known) ? known : null;

    public static bool IsReserved(string word) =>
        Is(word, And) || Is(word, Or) || Is(word, Not) || Is(word, Exists) || Is(word, Contains) || Is(word, Matches);

    public static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public static string Of(NqlOperator op) => op switch
    {
        NqlOperator.Equal => "=",
        NqlOperator.NotEqual => "!=",
        NqlOperator.Greater => ">",
        NqlOperator.GreaterOrEqual => ">=",
        NqlOperator.Less => "<",
        NqlOperator.LessOrEqual => "<=",
        NqlOperator.Contains => Contains,
        _ => Matches,
    };

    /// <summary>The name of a type; the first one if it has several.</summary>
    public static string Of(FieldType type) => type switch
    {
        FieldType.Int => "int",
        FieldType.RunState => "experimentState",
        _ => char.ToLowerInvariant($"{type}"[0]) + $"{type}"[1..],
    };

    public static string Of(NqlAggregate aggregate) => aggregate.ToString().ToLowerInvariant();
}
