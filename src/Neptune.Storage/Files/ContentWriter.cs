using Neptune.Storage.Fields;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Files;

/// <summary>Applies the operations on file series, file sets, artifacts and git refs; answers as <see cref="OperationApplier"/> does.</summary>
internal sealed class ContentWriter(FieldWriter fields)
{
    public string? Append(AppendFilesOperation operation)
    {
        if (operation.Points.Any(point => double.IsInfinity(point.Step)))
            return $"A step of \"{operation.Path}\" is infinite. Use finite steps.";
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.FileSeries, "appending files");
        if (field is null)
            return problem;
        var sequence = new StepSequence(field.LastFileStep);
        foreach (var point in operation.Points)
        {
            var step = sequence.Resolve(point.Step);
            FileSeriesTable.Write(fields.Session, field.Key, point with { Step = step });
            field.LastFileStep = double.IsNaN(field.LastFileStep) ? step : Math.Max(field.LastFileStep, step);
        }
        fields.NoteChange(field);
        return null;
    }

    public string? Add(AddFilesOperation operation)
    {
        if (operation.Files.Select(file => SetFileName.Problem(file.Name)).FirstOrDefault(problem => problem is not null) is { } bad)
            return bad;
        var (field, taken) = fields.FindOrCreate(operation.Path, FieldType.FileSet, "adding files to a set");
        if (field is null)
            return taken;
        if (operation.Replace)
            FileSetTable.Clear(fields.Session, field.Key);
        foreach (var file in operation.Files)
            FileSetTable.Write(fields.Session, field.Key, file);
        fields.NoteChange(field);
        return null;
    }

    public string? Remove(RemoveFilesOperation operation)
    {
        var (field, problem) = fields.Find(operation.Path, FieldType.FileSet, "deleting files of a set");
        if (field is null)
            return problem;
        var missing = operation.Names.Where(name => FileSetTable.Remove(fields.Session, field.Key, name) == 0).ToList();
        fields.NoteChange(field);
        return missing.Count == 0 ? null
            : $"\"{operation.Path}\" has no file or folder {string.Join(", ", missing.Select(name => $"\"{name}\""))}; ListFiles() shows what it has.";
    }

    public string? Track(TrackFilesOperation operation)
    {
        if (operation.Files.Select(file => SetFileName.Problem(file.Path)).FirstOrDefault(problem => problem is not null) is { } bad)
            return bad;
        var (field, taken) = fields.FindOrCreate(operation.Path, FieldType.Artifact, "tracking files");
        if (field is null)
            return taken;
        var byPath = new Dictionary<string, ArtifactFile>(StringComparer.Ordinal);
        if (!operation.Replace && field.ArtifactId != 0)
        {
            foreach (var file in ArtifactTable.Read(fields.Session, field.Key.Project, field.ArtifactId))
                byPath[file.Path] = file;
        }
        foreach (var file in operation.Files)
            byPath[file.Path] = file;
        ArtifactTable.Assign(fields.Session, field, byPath.Values);
        return null;
    }

    public string? Assign(AssignGitRefOperation operation)
    {
        var (field, problem) = fields.FindOrCreate(operation.Path, FieldType.GitRef, "assigning a git ref");
        if (field is not null)
            GitRefTable.Write(fields.Session, field.Key, operation.Value);
        return problem;
    }

    /// <summary>Empties a file series or a file set.</summary>
    public void Clear(FieldEntry field)
    {
        DeleteRows(fields.Session, field);
        field.LastFileStep = double.NaN;
        fields.NoteChange(field);
    }

    /// <summary>Deletes the rows that a field has beside its own.</summary>
    public static void DeleteRows(SqlSession session, FieldEntry field)
    {
        switch (field.Type)
        {
            case FieldType.File:
                UnusedFiles.NoteField(session, field.Key);
                break;
            case FieldType.FileSeries:
                FileSeriesTable.Clear(session, field.Key);
                break;
            case FieldType.FileSet:
                FileSetTable.Clear(session, field.Key);
                break;
            case FieldType.Artifact:
                ArtifactTable.Release(session, field);
                break;
            case FieldType.GitRef:
                GitRefTable.Delete(session, field.Key);
                break;
        }
    }

    public static void WriteSummary(SqlSession session, FieldEntry field) =>
        field.FileSize = field.Type == FieldType.FileSeries ? FileSeriesTable.Summarize(session, field.Key) : FileSetTable.Summarize(session, field.Key);
}
