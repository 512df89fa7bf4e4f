namespace Neptune;

/// <summary>Names of files for downloads: never outside the folder that they belong in.</summary>
internal static class SafeFile
{
    /// <summary>Where a stored name goes below a folder.</summary>
    /// <exception cref="NeptuneCorruptDataException">The name leads out of the folder on this system.</exception>
    public static string Below(string folder, string name)
    {
        var root = Path.GetFullPath(folder);
        if (!Path.EndsInDirectorySeparator(root))
            root += Path.DirectorySeparatorChar;
        var target = Path.GetFullPath(Path.Combine(root, name));
        return SetFileName.Problem(name) is null && target.StartsWith(root, StringComparison.Ordinal)
            ? target
            : throw new NeptuneCorruptDataException($"The stored file name \"{name}\" leads out of the folder {folder}. Download the files one by one from the app, or delete that file.");
    }

    /// <summary>Any text and extension, whoever wrote the store, as the name of a file that stays inside its folder.</summary>
    public static string NameOf(string text, string extension) => extension.Length == 0 ? Clean(text) : $"{Clean(text)}.{Clean(extension)}";

    /// <summary>The name for what a field holds, when nobody gives one: <c>IRIS-1_model.zip</c>.</summary>
    public static string DefaultNameOf(string id, string path, string extension) => NameOf($"{id}_{path[(path.LastIndexOf('/') + 1)..]}", extension);

    private static string Clean(string name)
    {
        var invalid = Path.GetInvalidFileNameChars();
        return new([.. name.Select(c => c is '/' or '\\' || char.IsControl(c) || invalid.Contains(c) ? '_' : c)]);
    }
}
