using System.Collections.Frozen;

namespace Neptune.Core;

/// <summary>The reserved fields under <c>sys/</c> and who may write them.</summary>
internal static class SysFields
{
    public const string Namespace = "sys";
    public const string Id = "sys/id";
    public const string Name = "sys/name";
    public const string Description = "sys/description";
    public const string Tags = "sys/tags";
    public const string GroupTags = "sys/group_tags";
    public const string Owner = "sys/owner";
    public const string CreationTime = "sys/creation_time";
    public const string ModificationTime = "sys/modification_time";
    public const string PingTime = "sys/ping_time";
    public const string RunningTime = "sys/running_time";
    public const string MonitoringTime = "sys/monitoring_time";
    public const string State = "sys/state";

    /// <summary>Why a run ended as it did, unless it simply finished.</summary>
    public const string StateReason = "sys/state_reason";
    public const string Size = "sys/size";
    public const string Trashed = "sys/trashed";
    public const string Failed = "sys/failed";
    public const string Hostname = "sys/hostname";
    public const string CustomRunId = "sys/custom_run_id";
    public const string ModelId = "sys/model_id";
    public const string Stage = "sys/stage";

    /// <summary>How a model version came to its stage, change by change.</summary>
    public const string StageHistory = "sys/stage_history";
    public const string Visibility = "sys/visibility";

    /// <summary>All of them; most objects lack some.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        [Id, Name, Description, Tags, GroupTags, Owner, CreationTime, ModificationTime, PingTime, RunningTime, MonitoringTime, State, Size, Trashed, Failed, Hostname, CustomRunId, ModelId, Stage, Visibility]);

    /// <exception cref="NeptuneReservedFieldException">A user may not write to the path.</exception>
    public static void RequireWritable(string path, ObjectKind kind)
    {
        if (!FieldPath.IsWithin(path, Namespace) || IsWritable(path, kind))
            return;
        throw new NeptuneReservedFieldException(path, path == Stage
            ? "Use ModelVersion.ChangeStage(…)."
            : "Use a path outside \"sys/\".");
    }

    private static bool IsWritable(string path, ObjectKind kind) => path switch
    {
        Tags or GroupTags => true,
        Name or Description or Failed => kind != ObjectKind.Project,
        Hostname => kind == ObjectKind.Run,
        _ => false,
    };
}
