using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Whether an object is being written to: its process says so every few seconds, and silence means it has ended.</summary>
internal static class Liveness
{
    public const string Running = "running";

    /// <summary>After so long without a sign of life a process counts as crashed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    public static bool IsRunning(string state, long pingTicks, long nowTicks) =>
        state == Running && pingTicks > AliveSince(nowTicks);

    /// <summary>A running object whose last sign of life is older counts as crashed.</summary>
    public static long AliveSince(long nowTicks) => nowTicks - Silence.Ticks;

    /// <summary>The id of an object of a project that is being written to, if there is one.</summary>
    public static string? FirstRunning(SqlSession session, long project, DateTimeOffset now) => session.Statement("""
        select o.sys_id
        from path p
        join attribute a on a.project_id = p.project_id and a.path_id = p.id
        join object o on o.project_id = a.project_id and o.id = a.object_id
        where p.project_id = @project and p.path = @path and a.text_value = @running and a.int_value > @since
        order by o.id limit 1
        """)
        .Set("@project", project).Set("@path", SysFields.State).Set("@running", Running).Set("@since", AliveSince(now.UtcTicks)).Text();

    /// <summary>Records a sign of life, and the time since the last one as running time if the object was running all along.</summary>
    public static void Record(SqlSession session, ObjectRecord record, DateTimeOffset now, bool running)
    {
        var state = Read(session, record, SysFields.State);
        var ping = Read(session, record, SysFields.PingTime);
        if (state.Text is not null && IsRunning(state.Text, ping.Whole, now.UtcTicks))
        {
            var seconds = Read(session, record, SysFields.RunningTime).Real + TimeSpan.FromTicks(Math.Max(0, now.UtcTicks - ping.Whole)).TotalSeconds;
            Update(session, record, SysFields.RunningTime, statement => statement.Set("@float", seconds));
            Update(session, record, SysFields.MonitoringTime, statement => statement.Set("@int", (long)seconds));
        }
        Update(session, record, SysFields.PingTime, statement => statement.Set("@int", now.UtcTicks));
        Update(session, record, SysFields.State, statement => statement.Set("@int", now.UtcTicks).Set("@text", ScalarValue.State(running).Text));
    }

    private static (long Whole, double Real, string? Text) Read(SqlSession session, ObjectRecord record, string path)
    {
        if (KeyOf(session, record, path) is not { } key)
            return default;
        using var row = key.Bind(session.Statement($"select int_value, float_value, text_value from attribute where {FieldKey.Condition}")).Read();
        return row.Read() ? (row.LongOrZero(0), row.DoubleOrNull(1) ?? 0, row.TextOrNull(2)) : default;
    }

    private static void Update(SqlSession session, ObjectRecord record, string path, Action<SqlStatement> set)
    {
        if (KeyOf(session, record, path) is not { } key)
            return;
        var statement = key.Bind(session.Statement($"update attribute set int_value = @int, float_value = @float, text_value = @text, text_key = @text where {FieldKey.Condition}"))
            .SetNull("@int").SetNull("@float").SetNull("@text");
        set(statement);
        statement.Execute();
    }

    private static FieldKey? KeyOf(SqlSession session, ObjectRecord record, string path) =>
        PathDictionary.Find(session, record.ProjectId, path) is { } id ? new(record.ProjectId, record.Id, id) : null;
}
