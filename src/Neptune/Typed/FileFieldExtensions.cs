namespace Neptune;

/// <summary>What fields of files can do besides.</summary>
public static class FileFieldExtensions
{
    /// <inheritdoc cref="Field.Upload(string)"/>
    public static void Upload(this Field<NeptuneFile> field, string filePath) => field.Untyped.Upload(filePath);

    /// <inheritdoc cref="Field.Upload(NeptuneFile)"/>
    public static void Upload(this Field<NeptuneFile> field, NeptuneFile file) => field.Untyped.Upload(file);

    /// <inheritdoc cref="Field.Download"/>
    public static void Download(this Field<NeptuneFile> field, string? destination = null) => field.Untyped.Download(destination);
}
