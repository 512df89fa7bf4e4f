using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Neptune.Core.Nql;

namespace Neptune.Storage.Sql;

/// <summary>What SQL needs and SQLite does not have.</summary>
internal static class SqliteFunctions
{
    public const string Matches = "neptune_matches";
    public const string MatchesBytes = "neptune_matches_bytes";

    public static void Register(SqliteConnection connection)
    {
        // A statement has one pattern for all rows, or a few: a connection remembers those it has met last.
        var known = new Dictionary<string, Regex>(StringComparer.Ordinal);
        connection.CreateFunction(Matches, (string pattern, string? text) => text is not null && Find(known, pattern).IsMatch(text), isDeterministic: true);
        connection.CreateFunction(MatchesBytes, (string pattern, byte[]? text) => text is not null && Find(known, pattern).IsMatch(Encoding.UTF8.GetString(text)), isDeterministic: true);
    }

    private static Regex Find(Dictionary<string, Regex> known, string pattern)
    {
        const int MaxPatterns = 16;

        if (known.TryGetValue(pattern, out var regex))
            return regex;
        if (known.Count == MaxPatterns)
            known.Clear();
        return known[pattern] = NqlPattern.Compile(pattern);
    }
}
