namespace Neptune.Tables;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>Letters that may be wrong, missing or too many.</summary>
    private const int MostEdits = 2;

    /// <summary>The name that differs the least, apart from case, and by no more than <see cref="MostEdits"/> letters.</summary>
    public static string? Closest(string written, IEnumerable<string> known) => known
        .Where(name => Math.Abs(name.Length - written.Length) <= MostEdits)
        .Select(name => (Name: name, Edits: Edits(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Edits <= MostEdits)
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
