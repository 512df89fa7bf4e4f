using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Writes many terms as a balanced tree, because databases limit how deep an expression may be.</summary>
internal static class Balanced
{
    public static void Write(SqlText sql, string objectId, ReadOnlySpan<Condition> terms, string word)
    {
        if (terms.Length == 1)
        {
            terms[0].Write(sql, objectId);
            return;
        }
        var half = terms.Length / 2;
        sql.Add("(");
        Write(sql, objectId, terms[..half], word);
        sql.Add($" {word} ");
        Write(sql, objectId, terms[half..], word);
        sql.Add(")");
    }
}
