using Neptune.Storage.Files;
using Neptune.Storage.Objects;

namespace Neptune.Storage.Fields;

/// <summary>Applies one operation after the other; what does not fit is answered with the reason and changes nothing.</summary>
internal sealed class OperationApplier(FieldWriter fields, SeriesFieldWriter series)
{
    /// <summary>A row of SQLite holds a billion bytes, and a character takes up to three of them.</summary>
    private const int MaxTextLength = 300_000_000;

    private readonly ContentWriter contents = new(fields);

    public bool FilesChanged { get; private set; }

    /// <summary>The reason why the operation was skipped; <c>null</c> when it was applied.</summary>
    public string? Apply(Operation operation) => operation switch
    {
        AppendFloatsOperation append => Append(append),
        AssignOperation assign => Assign(assign),
        AppendStringsOperation append => Append(append),
        AssignFileOperation assign => AssignFile(assign),
        AppendFilesOperation append => contents.Append(append),
        AddFilesOperation add => contents.Add(add),
        RemoveFilesOperation remove => contents.Remove(remove),
        TrackFilesOperation track => contents.Track(track),
        AssignGitRefOperation assign => contents.Assign(assign),
        AddStringsOperation add => AddStrings(add),
        RemoveStringsOperation remove => RemoveStrings(remove),
        ClearOperation clear => Clear(clear),
        DeleteOperation delete => Delete(delete),
        _ => $"{operation.GetType().Name} is not an operation this version of Neptune knows. Update the Neptune packages.",
    };

    private string? Assign(AssignOperation operation)
    {
        var value = operation.Value;
        if (value.Type == FieldType.RunState)
            return AssignState(operation.Path, value);
        if (value.Text is { Length: > MaxTextLength })
            return TooLong(operation.Path);
        if (fields.Tree.TryFind(operation.Path, out var existing))
        {
            if (existing.Type == FieldType.Float && value.Type == FieldType.Int)
                value = ScalarValue.Float(value.Whole);
            if (existing.Type != value.Type)
                return FieldWriter.Conflict(existing, $"assigning a value of type {value.Type}");
        }
        var (field, problem) = fields.FindOrCreate(operation.Path, value.Type, "");
        if (field is null)
            return problem;
        AttributeTable.WriteScalar(fields.Session, field.Key, value);
        if (operation.Path == SysFields.Failed)
            Liveness.NoteFailed(fields.Session, fields.Object, failed: value.Whole != 0);
        return null;
    }

    private string? AssignState(string path, ScalarValue value)
    {
        if (path != SysFields.State)
            return $"\"{path}\" cannot be a state; only {SysFields.State} is.";
        Liveness.Assign(fields.Session, fields.Object, ObjectStates.Of(value.Text!));
        return null;
    }

    private string? AssignFile(AssignFileOperation operation)
    {
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.File, "uploading a file");
        if (field is null)
            return problem;
        AttributeTable.WriteFile(fields.Session, field.Key, operation.Content);
        field.FileSize = operation.Content.Size;
        FilesChanged = true;
        return null;
    }

    private string? Append(AppendFloatsOperation operation)
    {
        if (HasInfinity(operation.Points.Steps))
            return $"A step of \"{operation.Path}\" is infinite. Use finite steps.";
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.FloatSeries, "appending numbers");
        if (field is null)
            return problem;
        series.Append(field, operation.Points);
        fields.NoteChange(field);
        return null;
    }

    private string? Append(AppendStringsOperation operation)
    {
        if (operation.Points.Exists(point => double.IsInfinity(point.Step)))
            return $"A step of \"{operation.Path}\" is infinite. Use finite steps.";
        if (operation.Points.Exists(point => point.Value.Length > MaxTextLength))
            return TooLong(operation.Path);
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.StringSeries, "appending texts");
        if (field is null)
            return problem;
        series.Append(field, operation.Points);
        fields.NoteChange(field);
        return null;
    }

    private string? AddStrings(AddStringsOperation operation)
    {
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.StringSet, "adding to a set");
        if (field is not null)
            StringSetTable.Add(fields.Session, field.Key, operation.Values);
        return problem;
    }

    private string? RemoveStrings(RemoveStringsOperation operation)
    {
        var (field, problem) = fields.Find(operation.Path, FieldType.StringSet, "removing from a set");
        if (field is not null)
            StringSetTable.Remove(fields.Session, field.Key, operation.Values);
        return problem;
    }

    private string? Clear(ClearOperation operation)
    {
        if (!fields.Tree.TryFind(operation.Path, out var field))
            return $"{fields.Object.SysId} has no field \"{operation.Path}\".";
        switch (field.Type)
        {
            case FieldType.StringSet:
                StringSetTable.Clear(fields.Session, field.Key);
                return null;
            case FieldType.FloatSeries or FieldType.StringSeries:
                SeriesFieldWriter.DeletePoints(fields.Session, fields.Object, field);
                field.Series!.Clear();
                fields.NoteChange(field);
                return null;
            case FieldType.FileSeries or FieldType.FileSet:
                contents.Clear(field);
                return null;
            default:
                return FieldWriter.Conflict(field, "clearing");
        }
    }

    private string? Delete(DeleteOperation operation)
    {
        var doomed = fields.Tree.Below(operation.Path);
        if (doomed.Count == 0)
            return $"{fields.Object.SysId} has no field \"{operation.Path}\".";
        if (Reserved(doomed) is { } problem)
            return problem;
        foreach (var field in doomed)
            fields.Delete(field);
        FilesChanged |= doomed.Any(field => field.Type is FieldType.File or FieldType.FileSeries or FieldType.FileSet);
        return null;
    }

    private string? Reserved(IReadOnlyList<FieldEntry> doomed)
    {
        try
        {
            foreach (var field in doomed.Where(field => field.Path != SysFields.StateReason))
                SysFields.RequireWritable(field.Path, fields.Object.Kind);
            return null;
        }
        catch (NeptuneReservedFieldException error)
        {
            return error.Message;
        }
    }

    private static string TooLong(string path) =>
        FormattableString.Invariant($"A text for \"{path}\" is longer than {MaxTextLength} characters. Upload it as a file.");

    private static bool HasInfinity(ReadOnlySpan<double> steps)
    {
        foreach (var step in steps)
        {
            if (double.IsInfinity(step))
                return true;
        }
        return false;
    }
}
