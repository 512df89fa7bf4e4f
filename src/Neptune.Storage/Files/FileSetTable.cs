using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>The files of file sets, one row each.</summary>
internal static class FileSetTable
{
    /// <summary>A file of a name, or all files of the folder of that name: what begins with the name and a slash, which "0" follows.</summary>
    public const string NameOrBelow = "(name = @name or (name > @below and name < @to))";

    private const string Columns = "name, sha256, size, extension, modified";

    /// <summary>Writes a file, over the one of the same name.</summary>
    public static void Write(SqlSession session, FieldKey key, SetFile file)
    {
        UnusedFiles.NoteFile(session, key, file.Name);
        key.Bind(session.Statement($"""
            insert into set_file (project_id, object_id, path_id, {Columns})
            values (@project, @object, @path, @name, @sha256, @size, @extension, @modified)
            on conflict (project_id, object_id, path_id, name) do update set
                sha256 = excluded.sha256, size = excluded.size, extension = excluded.extension, modified = excluded.modified
            """))
            .Set("@name", file.Name).Set("@sha256", file.Content.Sha256).Set("@size", file.Content.Size)
            .Set("@extension", file.Content.Extension).Set("@modified", file.ModifiedTicks).Execute();
    }

    /// <summary>Removes a file, or all files of a folder.</summary>
    /// <returns>How many files went.</returns>
    public static int Remove(SqlSession session, FieldKey key, string name)
    {
        UnusedFiles.NoteFiles(session, key, name);
        return key.Bind(session.Statement($"delete from set_file where {FieldKey.Condition} and {NameOrBelow}"))
            .Set("@name", name).Set("@below", $"{name}/").Set("@to", $"{name}0").Execute();
    }

    public static void Clear(SqlSession session, FieldKey key)
    {
        UnusedFiles.NoteFiles(session, key);
        key.Bind(session.Statement($"delete from set_file where {FieldKey.Condition}")).Execute();
    }

    /// <summary>The files by name in ordinal order.</summary>
    public static List<SetFile> Read(SqlSession session, FieldKey key)
    {
        var files = key.Bind(session.Statement($"select {Columns} from set_file where {FieldKey.Condition}"))
            .All(row => new SetFile(row.GetString(0), new(row.GetString(1), row.GetInt64(2), row.GetString(3)), row.GetInt64(4)));
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    /// <summary>Writes to the field's row what its files add up to, and returns their bytes.</summary>
    public static long Summarize(SqlSession session, FieldKey key)
    {
        key.Bind(session.Statement($"""
            update attribute set
                count = (select count(*) from set_file f where {Within}),
                file_size = (select coalesce(sum(f.size), 0) from set_file f where {Within})
            where {FieldKey.Condition}
            """)).Execute();
        return key.Bind(session.Statement($"select file_size from attribute where {FieldKey.Condition}")).Number() ?? 0;
    }

    private const string Within = "f.project_id = @project and f.object_id = @object and f.path_id = @path";
}
