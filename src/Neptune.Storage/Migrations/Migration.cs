using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>One step from a format of the store to the next.</summary>
internal abstract class Migration
{
    /// <summary>The format that the store has after this step.</summary>
    public abstract int Format { get; }

    public abstract IEnumerable<string> Statements(SqlDialect dialect);
}
