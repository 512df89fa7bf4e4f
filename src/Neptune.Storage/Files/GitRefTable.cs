using System.Text.Json;
using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>Git refs, one row each; the commit stands in the field's own row too.</summary>
internal static class GitRefTable
{
    public static void Write(SqlSession session, FieldKey key, GitRefInfo value)
    {
        key.Bind(session.Statement("""
            insert into git_ref (project_id, object_id, path_id, message, author_name, author_email, commit_date, branch, remotes, dirty)
            values (@project, @object, @path, @message, @author_name, @author_email, @commit_date, @branch, @remotes, @dirty)
            on conflict (project_id, object_id, path_id) do update set
                message = excluded.message, author_name = excluded.author_name, author_email = excluded.author_email,
                commit_date = excluded.commit_date, branch = excluded.branch, remotes = excluded.remotes, dirty = excluded.dirty
            """))
            .Set("@message", value.Message).Set("@author_name", value.AuthorName).Set("@author_email", value.AuthorEmail)
            .Set("@commit_date", value.CommitDate.UtcTicks).Set("@branch", value.CurrentBranch)
            .Set("@remotes", JsonSerializer.Serialize([.. value.Remotes], TextListJson.Default.StringArray)).Set("@dirty", value.Dirty).Execute();
        key.Bind(session.Statement($"update attribute set text_value = @commit, text_key = @commit where {FieldKey.Condition}")).Set("@commit", value.CommitId).Execute();
    }

    public static void Delete(SqlSession session, FieldKey key) =>
        key.Bind(session.Statement($"delete from git_ref where {FieldKey.Condition}")).Execute();

    public static GitRefInfo? Read(SqlSession session, FieldKey key) =>
        key.Bind(session.Statement("""
            select a.text_value, g.message, g.author_name, g.author_email, g.commit_date, g.branch, g.remotes, g.dirty
            from git_ref g join attribute a on a.project_id = g.project_id and a.object_id = g.object_id and a.path_id = g.path_id
            where g.project_id = @project and g.object_id = @object and g.path_id = @path
            """))
            .First(row => new GitRefInfo(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
                row.TextOrNull(5),
                JsonSerializer.Deserialize(row.GetString(6), TextListJson.Default.StringArray) ?? [],
                row.Flag(7)));
}
