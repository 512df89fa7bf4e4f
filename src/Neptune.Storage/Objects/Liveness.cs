using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Objects;

/// <summary>Whether an object is being written to: its process says so every few seconds, and silence means it has ended.</summary>
internal static class Liveness
{
    /// <summary>After so long without a sign of life a process counts as crashed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>The state of an object by what its field says and when its process gave the last sign of life.</summary>
    public static ObjectState StateOf(string text, long pingTicks, long nowTicks) =>
        ObjectStates.Of(text) is var state && state == ObjectState.Running && pingTicks <= AliveSince(nowTicks) ? ObjectState.Lost : state;

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
        .Set("@project", project).Set("@path", SysFields.State).Set("@running", ObjectStates.Text(ObjectState.Running)).Set("@since", AliveSince(now.UtcTicks)).Text();

    /// <summary>Records a sign of life or an end, and the time since the last sign as running time if the object was running all along.</summary>
    public static void Record(SqlSession session, ObjectRecord record, DateTimeOffset now, ObjectState state)
    {
        var ping = Read(session, record, SysFields.PingTime);
        // Who says that it ends has been running until now, though the end may have come with what was logged.
        var wasRunning = state == ObjectState.Running
            ? StateOf(Read(session, record, SysFields.State).Text ?? "", ping.Whole, now.UtcTicks) == ObjectState.Running
            : ping.Whole > AliveSince(now.UtcTicks);
        if (wasRunning)
        {
            var seconds = Read(session, record, SysFields.RunningTime).Real + TimeSpan.FromTicks(Math.Max(0, now.UtcTicks - ping.Whole)).TotalSeconds;
            Update(session, record, SysFields.RunningTime, statement => statement.Set("@float", seconds));
            Update(session, record, SysFields.MonitoringTime, statement => statement.Set("@int", (long)seconds));
        }
        Update(session, record, SysFields.PingTime, statement => statement.Set("@int", now.UtcTicks));
        Write(session, record, EndOf(session, record, state), now.UtcTicks);
    }

    /// <summary>Records how an object ended, as it was logged.</summary>
    public static void Assign(SqlSession session, ObjectRecord record, ObjectState state) =>
        Write(session, record, EndOf(session, record, state), Read(session, record, SysFields.State).Whole);

    /// <summary>Records that the process of an object is gone, unless that is known already or another one has the object.</summary>
    public static bool RecordLoss(SqlSession session, ObjectRecord record)
    {
        var (ping, _, text) = Read(session, record, SysFields.State);
        // What was logged offline has not been running here.
        if (ObjectStates.Of(text ?? "") is not (ObjectState.Running or ObjectState.Idle))
            return false;
        Write(session, record, ObjectState.Lost, ping);
        return true;
    }

    /// <summary>Keeps the state of a run that has ended and what <c>sys/failed</c> says of it together.</summary>
    public static void NoteFailed(SqlSession session, ObjectRecord record, bool failed)
    {
        var (ping, _, text) = Read(session, record, SysFields.State);
        if (text == ObjectStates.Text(failed ? ObjectState.Finished : ObjectState.Failed))
            Write(session, record, failed ? ObjectState.Failed : ObjectState.Finished, ping);
    }

    /// <summary>Only runs end in one way or another; one that is marked as failed does not end well.</summary>
    private static ObjectState EndOf(SqlSession session, ObjectRecord record, ObjectState state) => (state, record.Kind) switch
    {
        (ObjectState.Running, _) => state,
        (_, not ObjectKind.Run) => ObjectState.Idle,
        (ObjectState.Finished, _) when Read(session, record, SysFields.Failed).Whole != 0 => ObjectState.Failed,
        _ => state,
    };

    private static void Write(SqlSession session, ObjectRecord record, ObjectState state, long pingTicks)
    {
        var before = Read(session, record, SysFields.State).Text;
        Update(session, record, SysFields.State, statement => statement.Set("@int", pingTicks).Set("@text", ObjectStates.Text(state)));
        if (before != ObjectStates.Text(state))
            ChangeTable.Note(session, record);
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
