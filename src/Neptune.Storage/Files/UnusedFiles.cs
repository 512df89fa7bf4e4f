using Neptune.Storage.Fields;
using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>
/// Notes the contents that a change takes a reference from, before the change and in its transaction. Whether somebody else still refers
/// to them is found out when they are swept.
/// </summary>
internal static class UnusedFiles
{
    /// <summary>Notes the content of a file field that is about to get another one, or to go.</summary>
    public static void NoteField(SqlSession session, FieldKey key) =>
        Note(key.Bind(session.Statement($"{Insert} file_sha256 from attribute where {FieldKey.Condition} and file_sha256 is not null {OrKnown}")));

    /// <summary>Notes the content of a step of a file series.</summary>
    public static void NotePoint(SqlSession session, FieldKey key, double step) =>
        Note(key.Bind(session.Statement($"{Insert} sha256 from file_point where {FieldKey.Condition} and step = @step {OrKnown}")).Set("@step", step));

    public static void NotePoints(SqlSession session, FieldKey key) =>
        Note(key.Bind(session.Statement($"{Insert} sha256 from file_point where {FieldKey.Condition} {OrKnown}")));

    /// <summary>Notes the content of a file of a set that is about to get another one.</summary>
    public static void NoteFile(SqlSession session, FieldKey key, string name) =>
        Note(key.Bind(session.Statement($"{Insert} sha256 from set_file where {FieldKey.Condition} and name = @name {OrKnown}")).Set("@name", name));

    /// <summary>Notes the contents of a file set that are under a name or in the folder of that name.</summary>
    public static void NoteFiles(SqlSession session, FieldKey key, string name) =>
        Note(key.Bind(session.Statement($"{Insert} sha256 from set_file where {FieldKey.Condition} and {FileSetTable.NameOrBelow} {OrKnown}"))
            .Set("@name", name).Set("@below", $"{name}/").Set("@to", $"{name}0"));

    public static void NoteFiles(SqlSession session, FieldKey key) =>
        Note(key.Bind(session.Statement($"{Insert} sha256 from set_file where {FieldKey.Condition} {OrKnown}")));

    /// <summary>Notes all contents of an object.</summary>
    public static void NoteObject(SqlSession session, ObjectRecord record)
    {
        foreach (var (column, table) in ((string, string)[])[("file_sha256", "attribute"), ("sha256", "file_point"), ("sha256", "set_file")])
        {
            Note(session.Statement($"{Insert} {column} from {table} where project_id = @project and object_id = @object and {column} is not null {OrKnown}")
                .Set("@project", record.ProjectId).Set("@object", record.Id));
        }
    }

    /// <summary>Contents that were noted, in order, from the one after <paramref name="after"/> on.</summary>
    public static List<string> Read(SqlSession session, string after, int limit) =>
        session.Statement("select sha256 from unused_file where sha256 > @after order by sha256 limit @limit")
            .Set("@after", after).Set("@limit", limit).All(row => row.GetString(0));

    /// <summary>Notes a content that was found without anybody who refers to it.</summary>
    public static void Note(SqlSession session, string sha256) =>
        Note(session.Statement($"insert into unused_file (sha256) values (@sha256) {OrKnown}").Set("@sha256", sha256));

    public static bool Has(SqlSession session, string sha256) =>
        session.Statement("select 1 from unused_file where sha256 = @sha256").Set("@sha256", sha256).Number() is not null;

    public static void Forget(SqlSession session, string sha256) =>
        session.Statement("delete from unused_file where sha256 = @sha256").Set("@sha256", sha256).Execute();

    private const string Insert = "insert into unused_file (sha256) select distinct";

    private const string OrKnown = "on conflict do nothing";

    private static void Note(SqlStatement statement) => statement.Execute();
}
