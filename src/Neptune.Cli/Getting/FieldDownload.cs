namespace Neptune.Cli.Getting;

/// <summary>Writes the value of a field to disk. A file appears under its name when it is complete.</summary>
internal static class FieldDownload
{
    /// <returns>The full path of the file, or of the folder of a file series.</returns>
    /// <exception cref="NeptuneException">The file cannot be written.</exception>
    public static string Write(FieldValue value, string? output)
    {
        var target = TargetOf(value.Field, output);
        try
        {
            if (value.Field.Type == FieldType.FileSeries)
                value.WriteFolder(target);
            else
                SafeFile.Write(target, value.WriteBytes);
            return target;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeptuneException($"{target} cannot be written: {error.Message} Name another file with --output.", error);
        }
    }

    private static string TargetOf(StoredField field, string? output)
    {
        if (output is null)
            return Path.GetFullPath(NameOf(field));
        var full = Path.GetFullPath(output);
        if (field.Type == FieldType.FileSeries)
            return full;
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(output) ? Path.Combine(full, NameOf(field)) : full;
    }

    private static string NameOf(StoredField field) => SafeFile.NameOf(
        field.Path[(field.Path.LastIndexOf('/') + 1)..],
        field.Type == FieldType.FileSet ? FileSetZip.Extension : field.File?.Extension ?? "");
}
