using System.Data.Common;

namespace Neptune.Storage.Sql;

/// <summary>A prepared statement: set its parameters, then run it. A parameter keeps its value until it is set again.</summary>
internal sealed class SqlStatement(DbCommand command) : IDisposable
{
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(n => (object)(long)n)];

    private readonly Dictionary<string, DbParameter> parameters = new(StringComparer.Ordinal);

    public SqlStatement Set(string name, long value) => Bind(name, (ulong)value < (ulong)SmallNumbers.Length ? SmallNumbers[value] : value);

    public SqlStatement Set(string name, bool value) => Bind(name, SmallNumbers[value ? 1 : 0]);

    /// <summary>NaN is stored as NULL: SQLite knows no other way, and so it sorts alike on every database.</summary>
    public SqlStatement Set(string name, double value) => Bind(name, double.IsNaN(value) ? DBNull.Value : value);

    public SqlStatement Set(string name, string? value) => Bind(name, value ?? (object)DBNull.Value);

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
