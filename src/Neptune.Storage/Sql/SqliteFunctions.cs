using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Neptune.Core.Nql;
using SQLitePCL;

namespace Neptune.Storage.Sql;

/// <summary>What SQL needs and SQLite does not have.</summary>
internal static class SqliteFunctions
{
    /// <summary>Whether a pattern, the first argument, is found in a text.</summary>
    public const string Matches = "neptune_matches";

    /// <summary>
    /// By the native interface, which gives the bytes of a text: the functions of the ADO.NET provider take a string for each argument
    /// of each row, which costs twice what the search does, and end texts at the first NUL.
    /// </summary>
    public static void Register(SqliteConnection connection)
    {
        var patterns = new PatternCache();
        raw.sqlite3_create_function(connection.Handle, Matches, 2, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, arguments) =>
        {
            try
            {
                var found = raw.sqlite3_value_type(arguments[1]) != raw.SQLITE_NULL
                    && IsMatch(patterns.Find(raw.sqlite3_value_blob(arguments[0])), raw.sqlite3_value_blob(arguments[1]));
                raw.sqlite3_result_int(context, found ? 1 : 0);
            }
            catch (Exception error)
            {
                // An exception must not cross the native code; it comes back as the error of the statement.
                raw.sqlite3_result_error(context, error.Message);
            }
        });
    }

    private static bool IsMatch(Regex pattern, ReadOnlySpan<byte> utf8)
    {
        const int Short = 512;

        if (utf8.Length > Short)
            return pattern.IsMatch(Encoding.UTF8.GetString(utf8));
        Span<char> text = stackalloc char[Short];
        return pattern.IsMatch(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }

    /// <summary>The patterns that a connection has met last: a statement has one for all rows, or a few.</summary>
    private sealed class PatternCache
    {
        private const int MaxPatterns = 16;

        private readonly List<(byte[] Utf8, Regex Pattern)> known = [];

        public Regex Find(ReadOnlySpan<byte> utf8)
        {
            foreach (var (key, pattern) in known)
            {
                if (utf8.SequenceEqual(key))
                    return pattern;
            }
            if (known.Count == MaxPatterns)
                known.RemoveAt(0);
            known.Add((utf8.ToArray(), NqlPattern.Compile(Encoding.UTF8.GetString(utf8))));
            return known[^1].Pattern;
        }
    }
}
