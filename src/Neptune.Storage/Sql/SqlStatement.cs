using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Storage.Sql;

/// <summary>A prepared statement: set its parameters, then run it. A parameter keeps its value until it is set again.</summary>
internal sealed class SqlStatement(DbCommand command) : IDisposable
{
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(n => (object)(long)n)];

    private readonly Dictionary<string, DbParameter> parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> sentAsBytes = new(StringComparer.Ordinal);

    public SqlStatement Set(string name, long value) => Bind(name, (ulong)value < (ulong)SmallNumbers.Length ? SmallNumbers[value] : value);

    public SqlStatement Set(string name, bool value) => Bind(name, SmallNumbers[value ? 1 : 0]);

    /// <summary>NaN is stored as NULL: SQLite knows no other way, and so it sorts alike on every database.</summary>
    public SqlStatement Set(string name, double value) => Bind(name, double.IsNaN(value) ? DBNull.Value : value);

    public SqlStatement Set(string name, string? value) => value?.Contains('\0', StringComparison.Ordinal) == true ? BindBytes(name, value) : Bind(name, value ?? (object)DBNull.Value);

    public SqlStatement Set(string name, byte[] value) => Bind(name, value);

    public SqlStatement Set(string name, Guid value) => Bind(name, value);

    public SqlStatement SetNull(string name) => Bind(name, DBNull.Value);

    public int Execute() => command.ExecuteNonQuery();

    public long? Number() => command.ExecuteScalar() is long number ? number : null;

    public string? Text() => command.ExecuteScalar() as string;

    public DbDataReader Read() => command.ExecuteReader();

    public T? First<T>(Func<DbDataReader, T> map)
        where T : class
    {
        using var reader = Read();
        return reader.Read() ? map(reader) : null;
    }

    public List<T> All<T>(Func<DbDataReader, T> map)
    {
        var rows = new List<T>();
        using var reader = Read();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    public void Dispose() => command.Dispose();

    /// <summary>The provider for SQLite ends a text of more than some hundred characters at its first NUL, so that such texts go as bytes and become texts there.</summary>
    private SqlStatement BindBytes(string name, string value)
    {
        if (sentAsBytes.Add(name))
            command.CommandText = Regex.Replace(command.CommandText, $@"{Regex.Escape(name)}\b", $"cast({name} as text)");
        return Bind(name, Encoding.UTF8.GetBytes(value));
    }

    private SqlStatement Bind(string name, object value)
    {
        if (!parameters.TryGetValue(name, out var parameter))
        {
            parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            parameters.Add(name, parameter);
        }
        parameter.Value = value;
        return this;
    }
}
