namespace Neptune.Storage.Objects;

/// <summary>The <c>sys/</c> fields that an object has from its creation.</summary>
internal static class InitialFields
{
    private const string FirstStage = "none";
    private const string PrivateVisibility = "priv";

    public static IReadOnlyList<string> StringSets { get; } = [SysFields.Tags, SysFields.GroupTags];

    public static IEnumerable<(string Path, ScalarValue Value)> Scalars(ObjectRecord record, string owner, DateTimeOffset now) =>
    [
        .. OfAllKinds(record, now),
        .. record.Kind == ObjectKind.Project ? OfProjects(record) : OfTrackedObjects(owner),
        .. record.Kind == ObjectKind.Run ? OfRuns(record) : [],
        .. record.Kind == ObjectKind.ModelVersion ? OfVersions(record) : [],
    ];

    private static IEnumerable<(string, ScalarValue)> OfAllKinds(ObjectRecord record, DateTimeOffset now)
    {
        yield return (SysFields.Id, ScalarValue.String(record.SysId));
        yield return (SysFields.CreationTime, ScalarValue.Datetime(now));
        yield return (SysFields.ModificationTime, ScalarValue.Datetime(now));
        yield return (SysFields.PingTime, ScalarValue.Datetime(now));
        yield return (SysFields.RunningTime, ScalarValue.Float(0));
        yield return (SysFields.MonitoringTime, ScalarValue.Int(0));
        yield return (SysFields.State, ScalarValue.State(ObjectState.Idle));
        yield return (SysFields.Size, ScalarValue.Float(0));
    }

    private static IEnumerable<(string, ScalarValue)> OfProjects(ObjectRecord record)
    {
        yield return (SysFields.Name, ScalarValue.String(record.Project.Name));
        yield return (SysFields.Visibility, ScalarValue.String(PrivateVisibility));
    }

    private static IEnumerable<(string, ScalarValue)> OfTrackedObjects(string owner)
    {
        yield return (SysFields.Owner, ScalarValue.String(owner));
        yield return (SysFields.Trashed, ScalarValue.Bool(false));
    }

    private static IEnumerable<(string, ScalarValue)> OfRuns(ObjectRecord record)
    {
        yield return (SysFields.Failed, ScalarValue.Bool(false));
        if (record.CustomId is { } customId)
            yield return (SysFields.CustomRunId, ScalarValue.String(customId));
    }

    private static IEnumerable<(string, ScalarValue)> OfVersions(ObjectRecord record)
    {
        yield return (SysFields.ModelId, ScalarValue.String(record.ModelId!));
        yield return (SysFields.Stage, ScalarValue.String(FirstStage));
    }
}
