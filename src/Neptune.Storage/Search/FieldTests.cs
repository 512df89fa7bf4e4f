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
    public FieldTest Exists(FieldType? type) =>
        new(FieldTest.Attribute, project, path, (sql, row) => type is { } only ? $" and {row}.type = {sql.Value((long)only)}" : "", selective: true);

    /// <summary>A field of a type that has a value to sort by: neither NaN nor an empty series.</summary>
    public FieldTest HasValue(FieldType type) => Row(type, (_, row) => $" and {Column(type).Indexed(dialect, row)} is not null", selective: false);

    /// <summary>A text that is one of several.</summary>
    public FieldTest IsOneOf(IReadOnlyList<string> texts) => Row(
        FieldType.String,
        (sql, row) => $" and {Column(FieldType.String).Indexed(dialect, row)} in ({sql.List<string>([.. texts.Select(ValueColumn.SortText)])}) and {row}.text_value in ({sql.List(texts)})",
        selective: true);

    public FieldTest IsRunning() => Row(
        FieldType.RunState,
        (sql, row) => $" and {row}.int_value > {sql.Value(Liveness.AliveSince(now.UtcTicks))} and {row}.text_value = {sql.Value(Liveness.Running)}",
        selective: true);

    public FieldTest IsIdle() => Row(
        FieldType.RunState,
        (sql, row) => $" and ({row}.int_value <= {sql.Value(Liveness.AliveSince(now.UtcTicks))} or {row}.int_value is null or {row}.text_value <> {sql.Value(Liveness.Running)})",
        selective: false);

    /// <summary>The test that a field of a type must pass; <c>null</c> when the value means nothing for it.</summary>
    public FieldTest? Compare(FieldType type, NqlAggregate? aggregate, NqlOperator op, string value) => (op, type) switch
    {
        (NqlOperator.Contains, FieldType.StringSet) => new(FieldTest.StringSet, project, path, (sql, row) => $" and {row}.value = {sql.Value(value)}", selective: true),
        (NqlOperator.Contains, _) => Row(type, (sql, row) => $" and {dialect.Contains($"{row}.text_value", sql.Value(value))}", selective: false),
        (NqlOperator.Matches, _) => Row(type, (sql, row) => $" and {dialect.Matches($"{row}.text_value", sql.Value(value))}", selective: false),
        (_, FieldType.Int) => NqlLiteral.Number(value) is { } number ? Whole(type, op, number) : null,
        (_, FieldType.Bool) => NqlLiteral.Bool(value) is { } flag ? Ordered(type, op, flag ? 1L : 0L) : null,
        (_, FieldType.Datetime) => NqlLiteral.Datetime(value, now) is { } ticks ? Ordered(type, op, ticks) : null,
        (_, FieldType.Float) => NqlLiteral.Number(value) is { } number ? Real(type, "float_value", op, number.Real) : null,
        (_, FieldType.FloatSeries) => NqlLiteral.Number(value) is { } number ? Real(type, ColumnOf(aggregate), op, number.Real) : null,
        (_, FieldType.RunState) => NqlLiteral.IsRunning(value) is { } running ? running == (op == NqlOperator.Equal) ? IsRunning() : IsIdle() : null,
        (NqlOperator.Equal, FieldType.Artifact) => Row(type, (sql, row) => $" and {row}.text_value = {sql.Value(value)}", selective: false),
        (NqlOperator.Equal, _) => Row(
            type,
            (sql, row) => $"{Column(type).NothingBefore(row)} and {Column(type).Indexed(dialect, row)} = {sql.Value(ValueColumn.SortText(value))} and {row}.text_value = {sql.Value(value)}",
            selective: true),
        _ => Row(type, (sql, row) => $" and {row}.text_value <> {sql.Value(value)}", selective: false),
    };

    private FieldTest? Whole(FieldType type, NqlOperator op, NqlNumber number)
    {
        if (double.IsNaN(number.Real))
            return op == NqlOperator.NotEqual ? Exists(type) : null;
        return Ordered(type, op, number.Whole is { } whole ? whole : number.Real);
    }

    private FieldTest Ordered(FieldType type, NqlOperator op, object value) => Row(
        type,
        (sql, row) => $" and {Column(type).Indexed(dialect, row)} {Symbol(op)} {sql.Value(value)}",
        selective: op != NqlOperator.NotEqual);

    /// <summary>Compares real numbers, of which NaN is stored as NULL. A series has a value only if it has points.</summary>
    private FieldTest? Real(FieldType type, string column, NqlOperator op, double value) => (op, double.IsNaN(value)) switch
    {
        (NqlOperator.Equal, true) => Row(type, (_, row) => $"{Column(type).NothingBefore(row)} and {row}.{column} is null{HasPoints(type, row)}", selective: true),
        (NqlOperator.NotEqual, true) => Row(type, (_, row) => $"{Column(type).NothingBefore(row)} and {row}.{column} is not null", selective: false),
        (_, true) => null,
        (NqlOperator.NotEqual, _) => Row(type, (sql, row) => $" and ({row}.{column} <> {sql.Value(value)} or {row}.{column} is null){HasPoints(type, row)}", selective: false),
        _ => Row(type, (sql, row) => $"{Column(type).NothingBefore(row)} and {row}.{column} {Symbol(op)} {sql.Value(value)}", selective: true),
    };

    private static string HasPoints(FieldType type, string row) => type == FieldType.FloatSeries ? $" and {row}.count > 0" : "";

    private FieldTest Row(FieldType type, Func<SqlText, string, string> rest, bool selective) =>
        new(FieldTest.Attribute, project, path, (sql, row) => $" and {row}.type = {sql.Value((long)type)}{rest(sql, row)}", selective);

    private static ValueColumn Column(FieldType type) => ValueColumn.Of(type) ?? throw new NotSupportedException($"Fields of type {type} have no value to compare.");

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
