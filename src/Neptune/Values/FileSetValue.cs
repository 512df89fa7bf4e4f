namespace Neptune;

/// <summary>All files of a file set, to assign in one go: they replace what the set had.</summary>
public sealed class FileSetValue
{
    /// <summary>Names the files; they are found and copied when the value is assigned.</summary>
    /// <param name="globs">As for <see cref="Field.UploadFiles"/>; none at all is an empty set.</param>
    public FileSetValue(params IEnumerable<string> globs)
    {
        ArgumentNullException.ThrowIfNull(globs);
        Globs = [.. globs];
    }

    internal IReadOnlyList<string> Globs { get; }
}
