using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>
/// Remembers the fields of the objects that are written to. Every batch counts the object's revision up, so a remembered tree is
/// good as long as nobody else has counted. Used by the writer only.
/// </summary>
internal sealed class FieldTreeCache
{
    private const int MaxFields = 200_000;

    private readonly Dictionary<(long Project, long Object), (FieldTree Tree, long Revision)> trees = [];

    /// <summary>The fields of an object within the transaction that is going to change them.</summary>
    public FieldTree Open(SqlSession session, ObjectRecord record)
    {
        var key = (record.ProjectId, record.Id);
        var revision = ObjectTable.NextRevision(session, record);
        var tree = trees.TryGetValue(key, out var known) && known.Revision == revision - 1 ? known.Tree : Load(session, record);
        trees[key] = (tree, revision);
        return tree;
    }

    /// <summary>Drops what is remembered: a transaction was undone.</summary>
    public void Forget() => trees.Clear();

    private FieldTree Load(SqlSession session, ObjectRecord record)
    {
        if (trees.Values.Sum(entry => (long)entry.Tree.Count) > MaxFields)
            trees.Clear();
        return FieldTreeReader.Read(session, record);
    }
}
