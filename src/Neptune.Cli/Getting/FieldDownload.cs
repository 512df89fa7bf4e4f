namespace Neptune.Cli.Getting;

/// <summary>Writes the value of a field to disk. A file appears under its name when it is complete.</summary>
internal static class FieldDownload
{
    private const string Fallback = "file";

    /// <returns>The full path of the file.</returns>
    /// <exception cref="NeptuneException">The file cannot be written.</exception>
    public static string Write(FieldValue value, string? output)
    {
        var target = TargetOf(value.Field, output);
        try
        {
            WriteTo(target, value);
            return target;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeptuneException($"{target} cannot be written: {error.Message} Name another file with --output.", error);
        }
    }

    private static void WriteTo(string target, FieldValue value)
    {
        var temporary = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName, $".{Guid.NewGuid():N}.part");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                value.WriteBytes(file);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string TargetOf(StoredField field, string? output)
    {
        if (output is null)
            return Path.GetFullPath(NameOf(field));
        var full = Path.GetFullPath(output);
        return Directory.Exists(full) || Path.EndsInDirectorySeparator(output) ? Path.Combine(full, NameOf(field)) : full;
    }

    /// <summary>A field's name may be any text; as a file name it must stay inside its folder, whoever wrote the store.</summary>
    private static string NameOf(StoredField field)
    {
        var name = Clean(field.Path[(field.Path.LastIndexOf('/') + 1)..]);
        var extension = Clean(field.File?.Extension ?? "");
        if (name.Trim('.').Length == 0)
            name = Fallback;
        return extension.Length == 0 ? name : $"{name}.{extension}";
    }

    private static string Clean(string name)
    {
        var invalid = Path.GetInvalidFileNameChars();
        return new([.. name.Select(c => c is '/' or '\\' || char.IsControl(c) || invalid.Contains(c) ? '_' : c)]);
    }
}
