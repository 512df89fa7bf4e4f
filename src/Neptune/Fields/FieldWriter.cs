using Neptune.Objects;
using Neptune.Typed;
using Neptune.Values;

namespace Neptune;

/// <summary>Writes leaves to fields: checks all of them first, then records them one by one.</summary>
internal static class FieldWriter
{
    public static void Assign(NeptuneObject owner, string path, object? value)
    {
        var core = owner.Core;
        core.RequireWritable();
        var leaves = Leaves.Of(FieldPath.NormalizeNamespace(path), value is Field { IsPending: false } source ? Copied(source, path) : value, core.Lists);
        var targets = new List<(Field Field, Leaf Leaf)>(leaves.Count);
        foreach (var (leafPath, leaf) in leaves)
        {
            SysFields.RequireWritable(leafPath, owner.Kind);
            var field = core.Fields.Handle(leafPath);
            targets.Add((field, Fit(field, leaf)));
        }
        core.Fields.CheckAll(leaves.Select(l => l.Path));
        Write(core, targets);
    }

    /// <summary>Writes the members of an annotated object. Where a member may be null, a value takes the place of the text <c>null</c> and the other way round.</summary>
    public static void Assign(NeptuneObject owner, TypedWriter values)
    {
        var core = owner.Core;
        core.RequireWritable();
        var targets = new List<(Field Field, Leaf Leaf)>(values.Leaves.Count);
        var replaced = values.Groups.Where(group => core.Fields.Handle(group).KnownType == FieldType.String).ToList();
        foreach (var value in values.Leaves)
        {
            foreach (var (path, leaf) in Leaves.Of(value.Path, value.Value, core.Lists))
            {
                SysFields.RequireWritable(path, owner.Kind);
                var field = core.Fields.Handle(path);
                var takesPlace = value.IsNullable && TakesPlace(core, field, leaf, value);
                if (takesPlace)
                    replaced.Add(value.Path);
                targets.Add((field, takesPlace ? leaf : Fit(field, leaf)));
            }
        }
        Leaves.RequireApart(targets.Select(target => target.Field.Path));
        if (!core.HasRoom())
            return;
        var prepared = Prepare(core, targets);
        foreach (var path in replaced.Distinct(StringComparer.Ordinal))
            owner.Delete(path);
        core.Fields.CheckAll(targets.Select(target => target.Field.Path));
        Write(core, targets, prepared);
    }

    private static bool TakesPlace(ObjectCore core, Field field, Leaf leaf, TypedLeaf value)
    {
        var existing = core.Fields.Handle(value.Path).KnownType;
        return value.Value is null
            ? existing is { } type ? type != FieldType.String : core.Fields.Exists(value.Path)
            : existing == FieldType.String && (field.Path != value.Path || TypeOf(leaf) != FieldType.String);
    }

    /// <summary>Writes without asking whether users may: for the fields that the library itself maintains.</summary>
    public static void AssignSystem(NeptuneObject owner, string path, ScalarValue value)
    {
        Write(owner.Core, [(owner.Core.Fields.Handle(path), new ScalarLeaf(value))]);
    }

    /// <summary>Sets the git ref of an object; the field is the library's own to write.</summary>
    public static void AssignGitRef(NeptuneObject owner, string path, GitRefInfo value)
    {
        owner.Core.RequireWritable();
        var field = owner.Core.Fields.Handle(FieldPath.Normalize(path));
        Write(owner.Core, [(field, Fit(field, new GitRefLeaf(value)))]);
    }

    private static object? Copied(Field source, string path) => source.KnownType switch
    {
        FieldType.Int or FieldType.Float or FieldType.Bool or FieldType.String or FieldType.Datetime => source.Fetch<object>(),
        FieldType.Artifact => new ArtifactValue(source.FetchFilesList()),
        null => throw new NeptuneMissingFieldException(source.Path, source.Owner.Id),
        var type => throw new NeptuneUnsupportedValueException(path, $"\"{source.Path}\" is a {type} field; only int, float, bool, string, datetime and artifact fields can be copied by assignment."),
    };

    private static Leaf Fit(Field field, Leaf leaf)
    {
        if (leaf is ScalarLeaf { Value: var value })
        {
            if (field.KnownType is not { } existing)
                return leaf;
            return Coercion.Fit(value, existing) is { } fitted ? new ScalarLeaf(fitted)
                : throw new NeptuneFieldTypeException(field.Path, existing, $"the {value.Type} value {Shown(value)}");
        }
        var type = TypeOf(leaf);
        return field.KnownType is null || field.KnownType == type ? leaf
            : throw new NeptuneFieldTypeException(field.Path, field.KnownType.Value, $"a {type} value");
    }

    private static void Write(ObjectCore core, IReadOnlyList<(Field Field, Leaf Leaf)> targets)
    {
        if (core.HasRoom())
            Write(core, targets, Prepare(core, targets));
    }

    private static void Write(ObjectCore core, IReadOnlyList<(Field Field, Leaf Leaf)> targets, IReadOnlyList<IReadOnlyList<Operation>?> prepared)
    {
        foreach (var ((field, leaf), operations) in targets.Zip(prepared))
        {
            if (operations is null)
                continue;
            var isCleared = field.KnownType is not null && leaf is FloatSeriesLeaf or StringSeriesLeaf or FileSeriesLeaf or StringSetLeaf;
            field.Claim(TypeOf(leaf), $"a {TypeOf(leaf)} value");
            if (isCleared)
                core.Write(new ClearOperation(field.Path));
            foreach (var operation in operations)
                core.Write(operation);
        }
    }

    /// <summary>Everything is read first: a file that cannot be read, or points that do not fit together, must neither leave a field behind nor empty one.</summary>
    /// <returns>What to record for each; <see langword="null"/> for what is given up.</returns>
    private static List<IReadOnlyList<Operation>?> Prepare(ObjectCore core, IReadOnlyList<(Field Field, Leaf Leaf)> targets) =>
        [.. targets.Select(target => Prepare(core, target.Field.Path, target.Leaf))];

    private static IReadOnlyList<Operation>? Prepare(ObjectCore core, string path, Leaf leaf) => leaf switch
    {
        ScalarLeaf { Value: var value } => [new AssignOperation(path, value)],
        FileLeaf { File: var file } => core.Prepare(path, () => new Operation[] { new AssignFileOperation(path, core.Stage(file)) }),
        FileSeriesLeaf { Series: var series } => core.Prepare(path, () => new Operation[] { new AppendFilesOperation(path, FilePoints.Stage(core, path, series)) }),
        FileSetLeaf { Set: var set } => core.Prepare(path, () => new Operation[] { new AddFilesOperation(path, SetFiles.Stage(core, set.Globs), Replace: true) }),
        ArtifactLeaf { Artifact: var artifact } => [new TrackFilesOperation(path, artifact.Files, Replace: true)],
        GitRefLeaf { Value: var git } => [new AssignGitRefOperation(path, git)],
        FloatSeriesLeaf { Series: var series } => Points.Floats(path, series.Values, series.Steps, series.Timestamps),
        StringSeriesLeaf { Series: var series } => [Points.Strings(path, series.Values, series.Steps, series.Timestamps)],
        StringSetLeaf { Set: var set } => [new AddStringsOperation(path, [.. set.Values.Select(member => WholeText.Require(path, member))])],
        _ => throw new ArgumentException($"{leaf.GetType().Name} is no leaf."),
    };

    private static FieldType TypeOf(Leaf leaf) => leaf switch
    {
        ScalarLeaf { Value.Type: var type } => type,
        FileLeaf => FieldType.File,
        FloatSeriesLeaf => FieldType.FloatSeries,
        StringSeriesLeaf => FieldType.StringSeries,
        StringSetLeaf => FieldType.StringSet,
        FileSeriesLeaf => FieldType.FileSeries,
        FileSetLeaf => FieldType.FileSet,
        ArtifactLeaf => FieldType.Artifact,
        GitRefLeaf => FieldType.GitRef,
        _ => throw new ArgumentException($"{leaf.GetType().Name} is no leaf."),
    };

    private static string Shown(ScalarValue value) => value.Boxed switch
    {
        string { Length: > 40 } text => $"\"{text[..40]}…\"",
        string text => $"\"{text}\"",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };
}
