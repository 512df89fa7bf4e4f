using Neptune.Storage.Files;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Verification;

/// <summary>Hashes every content that fields refer to, and finds those to which none does.</summary>
internal sealed class ContentCheck(StoreDatabase database, BlobStore blobs, bool repair, long missingObjects, VerifiedStore verified)
{
    private const int MostNamed = 3;

    private const string All =
        """
        select file_sha256 as sha256, file_size as size from attribute where file_sha256 is not null
        union select sha256, size from file_point
        union select sha256, size from set_file
        """;

    private const string Referring =
        """
        select o.sys_id, p.path from (
            select project_id, object_id, path_id from attribute where file_sha256 = @sha256
            union select project_id, object_id, path_id from file_point where sha256 = @sha256
            union select project_id, object_id, path_id from set_file where sha256 = @sha256) r
        join object o on o.project_id = r.project_id and o.id = r.object_id
        join path p on p.project_id = r.project_id and p.id = r.path_id
        order by o.project_id, o.id, p.path
        """;

    private List<FileContent> contents = [];

    /// <summary>Finds out what there is to do.</summary>
    public void Expect()
    {
        contents = database.Read(session => session.Statement($"select sha256, size from ({All}) order by sha256").All(row => new FileContent(row.GetString(0), row.GetInt64(1), "")));
        verified.Expect(contents.Sum(content => content.Size));
    }

    public IEnumerable<Flaw> Run(CancellationToken cancellation)
    {
        foreach (var content in contents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!blobs.IsIntact(content) && Users(content.Sha256) is { Count: > 0 } users)
                yield return Flaw.Lost($"content {content.Sha256}", $"{(blobs.Contains(content.Sha256) ? "is damaged" : "is missing")}; it belongs to {string.Join(", ", users.Take(MostNamed))}{(users.Count > MostNamed ? ", …" : "")}. Uploading the file again heals it");
            verified.NoteContent(content.Size);
        }
        if (Unused() is { Count: > 0 } unused)
        {
            if (missingObjects > 0)
            {
                yield return Flaw.Lost("files", FormattableString.Invariant($"{unused.Count} contents belong to no field; they may be those of the objects that are missing, and stay"));
                yield break;
            }
            if (repair)
                database.Write(session => unused.ForEach(sha256 => UnusedFiles.Note(session, sha256)), cancellation);
            yield return new("files", FormattableString.Invariant($"{unused.Count} contents belong to no field"), "they are removed with the next clean-up, an hour after they were written", repair);
        }
    }

    /// <summary>The fields that refer to a content now.</summary>
    private List<string> Users(string sha256) => database.Read(session => session.Statement(Referring).Set("@sha256", sha256).All(row => $"{row.GetString(0)} {row.GetString(1)}"));

    private List<string> Unused()
    {
        var known = contents.Select(content => content.Sha256).ToHashSet(StringComparer.Ordinal);
        List<string> strangers = [.. blobs.List().Where(sha256 => !known.Contains(sha256))];
        return strangers.Count == 0 ? [] : database.Read(session => strangers.FindAll(sha256 => !FileReferences.Has(session, sha256) && !UnusedFiles.Has(session, sha256)));
    }
}
