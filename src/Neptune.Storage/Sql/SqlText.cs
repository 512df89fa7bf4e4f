using System.Globalization;
using System.Text;

namespace Neptune.Storage.Sql;

/// <summary>Composes a statement from parts; values become parameters, so that the same shape is the same prepared statement.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder text = new();
    private readonly List<object> values = [];

    public SqlText Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>The name of a parameter that has the value.</summary>
    public string Value(object value)
    {
        values.Add(value);
        return Name(values.Count - 1);
    }

    /// <summary>The names of parameters for <c>in (…)</c>.</summary>
    public string List<T>(IReadOnlyList<T> list)
        where T : notnull => string.Join(", ", SqlList.Fill(list).Select(value => Value(value)));

    /// <summary>The statement that gives some numbers, for <c>in (…)</c>; one parameter, however many they are.</summary>
    public string Numbers(SqlDialect dialect, IEnumerable<long> numbers) => dialect.SplitNumbers(Value(string.Join(SqlDialect.NumberSeparator, numbers)));

    public SqlStatement In(SqlSession session)
    {
        var statement = session.Statement(text.ToString());
        for (var i = 0; i < values.Count; i++)
        {
            _ = values[i] switch
            {
                long whole => statement.Set(Name(i), whole),
                double real => statement.Set(Name(i), real),
                string words => statement.Set(Name(i), words),
                var other => throw new NotSupportedException($"{other.GetType().Name} is no type of a parameter."),
            };
        }
        return statement;
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"@v{index}");
}
