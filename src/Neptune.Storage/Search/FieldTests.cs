using Neptune.Core.Nql;
using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Comparisons of the field at one path, for each type that it may have.</summary>
/// <param name="dialect">The database.</param>
/// <param name="project">The project.</param>
/// <param name="path">The number of the path.</param>
/// <param name="now">The time of the search.</param>
internal sealed class FieldTests(SqlDialect dialect, long project, long path, DateTimeOffset now)
{
    private readonly TextTests texts = new(dialect, project, path);

    public FieldTest Exists(FieldType? type) =>
        new(FieldTest.Attribute, project, path, (sql, row) => type is { } only ? $" and {row}.type = {sql.Value((long)only)}" : "");

    /// <summary>A text that is one of several.</summary>
    public FieldTest IsOneOf(IReadOnlyList<string> values) => texts.IsOneOf(FieldType.String, values);

    /// <summary>A state that is one of several. Who runs has given a sign of life lately, which is what the index goes by; who is silent is lost, whatever the field says.</summary>
    public FieldTest IsInState(IReadOnlyList<ObjectState> states)
    {
        if (states is [ObjectState.Running])
            return Row(FieldType.RunState, (sql, row) => $" and {IsAlive(sql, row)}");
        return Row(FieldType.RunState, (sql, row) => $" and ({string.Join(" or ", states.Select(state => $"({Is(sql, row, state)})"))})", IndexAccess.Scan);
    }

    private string Is(SqlText sql, string row, ObjectState state) => state switch
    {
        ObjectState.Running => IsAlive(sql, row),
        ObjectState.Lost => $"{Says(sql, row, ObjectState.Lost)} or ({Says(sql, row, ObjectState.Running)} and ({row}.int_value is null or {row}.int_value <= {sql.Value(Liveness.AliveSince(now.UtcTicks))}))",
        _ => Says(sql, row, state),
    };

    private string IsAlive(SqlText sql, string row) => $"{row}.int_value > {sql.Value(Liveness.AliveSince(now.UtcTicks))} and {Says(sql, row, ObjectState.Running)}";

    private static string Says(SqlText sql, string row, ObjectState state) => $"{row}.{ValueColumn.TextKey} = {sql.Value(ObjectStates.Text(state))}";

    /// <summary>The test that a field of a type must pass; <c>null</c> when the value means nothing for it.</summary>
    public FieldTest? Compare(FieldType type, NqlAggregate? aggregate, NqlOperator op, string value) => (op, type) switch
    {
        (NqlOperator.Contains, FieldType.StringSet) => new(FieldTest.StringSet, project, path, (sql, row) => $" and {row}.value = {sql.Value(value)}"),
        (NqlOperator.Contains, _) => texts.Contains(type, value),
        (NqlOperator.Matches, _) => texts.Matches(type, value),
        (_, FieldType.Int) => NqlLiteral.Number(value) is { } number ? Whole(type, op, number) : null,
        (_, FieldType.Bool) => NqlLiteral.Bool(value) is { } flag ? Ordered(type, op, flag ? 1L : 0L) : null,
        (_, FieldType.Datetime) => NqlLiteral.Datetime(value, now) is { } ticks ? Ordered(type, op, ticks) : null,
        (_, FieldType.Float) => NqlLiteral.Number(value) is { } number ? Real(type, "float_value", op, number.Real) : null,
        (_, FieldType.FloatSeries) => NqlLiteral.Number(value) is { } number ? Real(type, ColumnOf(aggregate), op, number.Real) : null,
        (_, FieldType.RunState) => ObjectStates.Named(value) is { } states ? IsInState(op == NqlOperator.Equal ? states : [.. ObjectStates.All.Except(states)]) : null,
        (NqlOperator.Equal, FieldType.Artifact) => texts.IsHash(value),
        (NqlOperator.Equal, _) => texts.IsOneOf(type, [value]),
        _ => texts.IsNot(type, value),
    };

    private FieldTest? Whole(FieldType type, NqlOperator op, NqlNumber number)
    {
        if (double.IsNaN(number.Real))
            return op == NqlOperator.NotEqual ? Exists(type) : null;
        return Ordered(type, op, number.Whole is { } whole ? whole : number.Real);
    }

    private FieldTest Ordered(FieldType type, NqlOperator op, object value) =>
        Row(type, (sql, row) => $" and {row}.int_value {Symbol(op)} {sql.Value(value)}", foundBy: op == NqlOperator.NotEqual
            ? [Ordered(type, NqlOperator.Less, value), Ordered(type, NqlOperator.Greater, value)]
            : []);

    /// <summary>Compares real numbers, of which NaN is stored as NULL. A series has a value only if it has points.</summary>
    private FieldTest? Real(FieldType type, string column, NqlOperator op, double value)
    {
        // Of series, the index goes by the last value and has the others beside it.
        var access = column is "float_value" or "last" ? IndexAccess.Range : IndexAccess.Scan;
        var before = ValueColumn.Of(type)!.NothingBefore;
        return (op, double.IsNaN(value)) switch
        {
            (NqlOperator.Equal, true) => WithPoints(type, (_, row) => $"{before(row)} and {row}.{column} is null", access),
            (NqlOperator.NotEqual, true) => Row(type, (_, row) => $"{before(row)} and {row}.{column} is not null", IndexAccess.Scan),
            (_, true) => null,
            (NqlOperator.NotEqual, _) => WithPoints(
                type,
                (sql, row) => $" and ({row}.{column} <> {sql.Value(value)} or {row}.{column} is null)",
                IndexAccess.Scan,
                foundBy: access == IndexAccess.Range
                    ? [Real(type, column, NqlOperator.Less, value)!, Real(type, column, NqlOperator.Greater, value)!, Real(type, column, NqlOperator.Equal, double.NaN)!]
                    : []),
            _ => Row(type, (sql, row) => $"{before(row)} and {row}.{column} {Symbol(op)} {sql.Value(value)}", access),
        };
    }

    private FieldTest WithPoints(FieldType type, Func<SqlText, string, string> rest, IndexAccess access, IReadOnlyList<FieldTest>? foundBy = null) => type == FieldType.FloatSeries
        ? FieldTest.OfType(project, path, type, (sql, row) => $"{rest(sql, row)} and {row}.count > 0", access, prefilter: rest, foundBy)
        : Row(type, rest, access, foundBy);

    private FieldTest Row(FieldType type, Func<SqlText, string, string> rest, IndexAccess access = IndexAccess.Range, IReadOnlyList<FieldTest>? foundBy = null) =>
        FieldTest.OfType(project, path, type, rest, access, foundBy: foundBy);

    private static string ColumnOf(NqlAggregate? aggregate) => aggregate switch
    {
        NqlAggregate.Min => "min",
        NqlAggregate.Max => "max",
        NqlAggregate.Average => "mean",
        NqlAggregate.Variance => "variance",
        _ => "last",
    };

    private static string Symbol(NqlOperator op) => op == NqlOperator.NotEqual ? "<>" : NqlWords.Of(op);
}
