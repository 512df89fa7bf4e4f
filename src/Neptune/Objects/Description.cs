namespace Neptune.Objects;

/// <summary>The fields that an <c>Init</c> writes for people.</summary>
internal static class Description
{
    /// <summary>The name of a new model or version that was given none, as in the original client.</summary>
    public const string Untitled = "Untitled";

    public static void Describe(this NeptuneObject target, string? name, string? description = null, IReadOnlyCollection<string>? tags = null)
    {
        if (name is not null)
            FieldWriter.Assign(target, SysFields.Name, name);
        if (description is not null)
            FieldWriter.Assign(target, SysFields.Description, description);
        if (tags is { Count: > 0 })
            target[SysFields.Tags].Add([.. tags]);
    }
}
