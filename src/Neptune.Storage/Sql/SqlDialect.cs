using System.Data.Common;

namespace Neptune.Storage.Sql;

/// <summary>What differs between the databases that the engine runs on. All other SQL is written once.</summary>
internal abstract class SqlDialect
{
    public abstract string Blob { get; }

    public abstract string Uuid { get; }

    /// <summary>A primary key that the database counts up.</summary>
    public abstract string Identity { get; }

    /// <summary>Text that compares by code point, so that ranges over paths are prefixes.</summary>
    public abstract string OrdinalText { get; }

    /// <summary>Ends the definition of a table whose rows are small and live in their primary key.</summary>
    public abstract string Clustered { get; }

    /// <summary>Starts a transaction that will write, waiting for its turn instead of failing at the first write.</summary>
    public abstract string BeginWrite { get; }

    /// <summary>The first characters of a text, which compare by code point.</summary>
    public abstract string Prefix(string text, int length);

    /// <summary>How <see cref="JoinNumbers"/> and <see cref="SplitNumbers"/> part numbers.</summary>
    public const char NumberSeparator = ',';

    /// <summary>The whole numbers of all rows as one text, in the order of the rows.</summary>
    public abstract string JoinNumbers(string column);

    /// <summary>The statement that gives the numbers of such a text, which costs a fraction of a parameter each.</summary>
    public abstract string SplitNumbers(string text);

    /// <summary>Whether a text has a part.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>Whether a regular expression is found in a text.</summary>
    public abstract string Matches(string text, string pattern);

    /// <summary>
    /// Statements that tell the planner how tables are filled: how many rows one has, then how many share the first column of the index,
    /// the first two, and so on. Without, it takes a project for a few rows, and plans would depend on when somebody had them counted.
    /// </summary>
    /// <param name="rows">Table, index (the table's name for its primary key) and the numbers.</param>
    public abstract IEnumerable<string> Statistics(params IEnumerable<(string Table, string Index, string Rows)> rows);

    /// <summary>Statements that mark a database as a Neptune store, for <see cref="RequireOwn"/> and for other programs.</summary>
    public abstract IEnumerable<string> Mark { get; }

    /// <summary>Refuses a database that has something else in it. Changes nothing.</summary>
    /// <exception cref="NeptuneStoreException">It is another program's.</exception>
    public abstract void RequireOwn(DbConnection connection, string store);

    /// <summary>The statement that looks for damage in the whole database, a row for each problem.</summary>
    public abstract string CheckIntegrity { get; }

    /// <summary>The row that it gives when there is none.</summary>
    public abstract string Intact { get; }

    /// <summary>The statement that makes all indexes anew.</summary>
    public abstract string Reindex { get; }

    public abstract int ReadFormat(DbConnection connection);

    public abstract void WriteFormat(DbConnection connection, int format);
}
