using CsCheck;
using Neptune.Core.Nql;

namespace Neptune.Core.Tests.Nql;

/// <summary>Random queries: texts that are nearly some, and trees that are.</summary>
internal static class NqlGen
{
    private static readonly string[] Pieces =
    [
        "AND", "or", "NOT", "exists", "CONTAINS", "matches", "(", ")", "(((", ":", "=", "==", "!=", "!", ">", ">=", "<", "<=", "`", "``", "\"", "'", "\\", " ", "\n",
        "`sys/tags`", "params/lr", ":float", ": stringSet", ":experimentState", "last(", "variance(x)", "\"a b\"", "'it\\'s'", "0.5", "-2h", "50MB", "true", "running",
        "2030-05-17T12:00:00Z", "é🚀", "\uD83D", "\0", "a:1:2",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency((8, Gen.Char[' ', '~']), (1, Gen.Char), (1, Const('"', '\'', '\\', '`', '\n')))
        .Array[0, 8].Select(letters => new string(letters));

    private static readonly Gen<string> Paths = Gen.Frequency((8, Gen.Char[' ', '~']), (1, Gen.Char['à', 'ÿ']), (1, Const('`', '\\', ':')))
        .Array[1, 8].Select(letters => new string(letters).Replace('/', '.'))
        .Array[1, 3].Select(parts => string.Join('/', parts));

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Long.Select(number => $"{number}"), Gen.Double.Select(number => $"{number:R}"), Const("1e-3", "-0", ".5", "50MB", "1KiB", "inf", "NaN"));

    private static readonly Gen<string> Times = Const("2030-05-17", "2030-05-17T12:00:00Z", "2030-05-17 12:00:00.5+02:00", "-2h", "-5d", "-1M");

    private static readonly Gen<NqlOperator> Ordering = Const(
        NqlOperator.Equal, NqlOperator.NotEqual, NqlOperator.Greater, NqlOperator.GreaterOrEqual, NqlOperator.Less, NqlOperator.LessOrEqual);

    private static readonly Gen<NqlNode> Leaf = Gen.OneOf(
        Gen.Select(Paths, Gen.Enum<FieldType>().Nullable(), (path, type) => (NqlNode)new NqlExists(new(path, type))),
        Gen.Select(Paths, Gen.Enum<NqlAggregate>(), Gen.Bool, Ordering, Numbers, (path, aggregate, typed, op, number) =>
            (NqlNode)new NqlClause(new(path, typed ? FieldType.FloatSeries : null, aggregate), op, number)),
        Gen.Select(Paths, Const<FieldType?>(null, FieldType.Int, FieldType.Float, FieldType.FloatSeries), Ordering, Numbers, (path, type, op, number) =>
            (NqlNode)new NqlClause(new(path, type), op, number)),
        Gen.Select(Paths, Const<FieldType?>(null, FieldType.Datetime), Ordering, Times, (path, type, op, time) =>
            (NqlNode)new NqlClause(new(path, type), op, time)),
        Gen.Select(Paths, Const<FieldType?>(null, FieldType.String), Const(NqlOperator.Equal, NqlOperator.NotEqual, NqlOperator.Contains), Texts, (path, type, op, text) =>
            (NqlNode)new NqlClause(new(path, type), op, text)),
        Gen.Select(Paths, Const(@"^a\d+$", "x|y", @"\\", "\"", "(?i)é"), (path, pattern) =>
            (NqlNode)new NqlClause(new(path, FieldType.String), NqlOperator.Matches, pattern)),
        Gen.Select(Paths, Const("running", "idle", "Active", "INACTIVE"), (path, state) =>
            (NqlNode)new NqlClause(new(path, FieldType.RunState), NqlOperator.Equal, state)));

    public static Gen<string> AnyText { get; } = Gen.Frequency((6, Const(Pieces)), (1, Texts)).Array[0, 20].Select(pieces => string.Join(' ', pieces));

    public static Gen<NqlNode> AnyNode { get; } = Gen.Recursive<NqlNode>((depth, inner) => depth > 3
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (1, inner.Select(node => (NqlNode)new NqlNot(node))),
            (1, inner.Array[2, 4].Select(terms => (NqlNode)new NqlAnd([.. terms]))),
            (1, inner.Array[2, 4].Select(terms => (NqlNode)new NqlOr([.. terms])))));

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
