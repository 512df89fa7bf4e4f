using System.Data.Common;

namespace Neptune.Storage.Sql;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqlSession(DbConnection connection) : IDisposable
{
    private const int MaxStatements = 256;

    private readonly Dictionary<string, SqlStatement> statements = new(StringComparer.Ordinal);

    /// <summary>The statement for <paramref name="sql"/>, prepared on first use.</summary>
    public SqlStatement Statement(string sql)
    {
        if (statements.TryGetValue(sql, out var statement))
            return statement;
        if (statements.Count == MaxStatements)
            ForgetStatements();

        var command = connection.CreateCommand();
#pragma warning disable CA2100 // All SQL is composed from constants; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        statement = new(command);
        statements.Add(sql, statement);
        return statement;
    }

    /// <summary>The texts of the statements that were prepared, for checks of their plans.</summary>
    public IReadOnlyCollection<string> Prepared => statements.Keys;

    public void Execute(string sql) => Statement(sql).Execute();

    public void Dispose()
    {
        ForgetStatements();
        connection.Dispose();
    }

    private void ForgetStatements()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }
}
