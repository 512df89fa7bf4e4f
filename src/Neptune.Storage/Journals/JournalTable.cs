using Neptune.Storage.Sql;

namespace Neptune.Storage.Journals;

/// <summary>How far each journal has been applied. Stored in the transaction of the data, which is what makes replays harmless.</summary>
internal static class JournalTable
{
    public static long Position(SqlSession session, Guid journal) =>
        session.Statement("select position from journal where journal = @journal").Set("@journal", journal).Number() ?? 0;

    /// <summary>Whether the stretch is still to be applied; <c>false</c> when it was before.</summary>
    /// <exception cref="NeptuneCorruptDataException">It neither follows what was applied nor lies within it.</exception>
    public static bool IsNext(SqlSession session, JournalMark mark)
    {
        var position = Position(session, mark.Journal);
        if (position == mark.From)
            return true;
        return position >= mark.To
            ? false
            : throw new NeptuneCorruptDataException($"Journal {mark.Journal} is applied up to byte {position}, but the batch covers bytes {mark.From} to {mark.To}. The journal and the store do not belong together; keep both and report this.");
    }

    public static void Advance(SqlSession session, long project, JournalMark mark) =>
        session.Statement("""
            insert into journal (project_id, journal, position) values (@project, @journal, @position)
            on conflict (project_id, journal) do update set position = excluded.position
            """)
            .Set("@project", project).Set("@journal", mark.Journal).Set("@position", mark.To).Execute();

    public static void Forget(SqlSession session, Guid journal) =>
        session.Statement("delete from journal where journal = @journal").Set("@journal", journal).Execute();
}
