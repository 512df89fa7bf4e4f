namespace Neptune.Server.Api;

/// <summary>Makes operations of edits.</summary>
internal static class ObjectEdits
{
    private static readonly string[] Stages = [.. Enum.GetNames<ModelStage>().Select(FieldValues.NameOf)];

    /// <exception cref="NeptuneReservedFieldException">The object has no such thing to change.</exception>
    /// <exception cref="NeptuneOptionsException">A value is not valid.</exception>
    public static IReadOnlyList<Operation> Operations(ObjectRecord record, ObjectEdit edit, string? stage, string user, DateTimeOffset now)
    {
        var operations = new List<Operation>();
        if (edit.Name is { } name)
            operations.Add(Text(record, SysFields.Name, name));
        if (edit.Description is { } description)
            operations.Add(Text(record, SysFields.Description, description));
        if (edit.AddTags is { Count: > 0 } added)
            operations.Add(new AddStringsOperation(SysFields.Tags, [.. added.Select(Tag)]));
        if (edit.RemoveTags is { Count: > 0 } removed)
            operations.Add(new RemoveStringsOperation(SysFields.Tags, removed));
        if (edit.Stage is { } wanted)
            operations.AddRange(StageChange(record, stage ?? Stages[0], wanted, user, edit.Comment, now));
        else if (edit.Comment is not null)
            throw new NeptuneOptionsException("A comment is on the change of a stage; there is none.");
        return operations;
    }

    private static AssignOperation Text(ObjectRecord record, string path, string text)
    {
        SysFields.RequireWritable(path, record.Kind);
        return new(path, ScalarValue.String(text));
    }

    private static string Tag(string tag) => string.IsNullOrWhiteSpace(tag) ? throw new NeptuneOptionsException("A tag is blank.") : tag;

    private static IEnumerable<Operation> StageChange(ObjectRecord record, string before, string wanted, string user, string? comment, DateTimeOffset now)
    {
        if (record.Kind != ObjectKind.ModelVersion)
            throw new NeptuneOptionsException($"{record.SysId} is no model version, and only those have a stage.");
        if (!Stages.Contains(wanted))
            throw new NeptuneOptionsException($"\"{wanted}\" is no stage. There are {string.Join(", ", Stages)}.");
        return Neptune.Core.StageChange.Operations(before, wanted, user, comment, now);
    }
}
