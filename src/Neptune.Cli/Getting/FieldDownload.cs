namespace Neptune.Cli.Getting;

/// <summary>Writes the value of a field to disk, or to a pipe or a device.</summary>
internal static class FieldDownload
{
    /// <returns>The full path of the file, or of the folder of a file series; <see langword="null"/> when it went to a pipe or a device.</returns>
    /// <exception cref="NeptuneDestinationException">It cannot be written there.</exception>
    public static string? Write(FieldValue value, string? output)
    {
        var name = SafeFile.DefaultNameOf(value.Record.SysId, value.Field.Path, value.Field.Type == FieldType.FileSet ? FileSetZip.Extension : value.Field.File?.Extension ?? "");
        if (value.Field.Type == FieldType.FileSeries)
        {
            var folder = Path.GetFullPath(output ?? name);
            value.WriteFolder(folder, isNamed: output is not null);
            return folder;
        }
        var target = DownloadTarget.Of(output, name);
        return new FileDownload().Write(target, value.WriteBytes) ? target.Path : null;
    }
}
