namespace Neptune;

/// <summary>Writes downloads: a file appears complete or not at all, and never outside the folder it belongs in.</summary>
internal static class SafeFile
{
    /// <summary>Writes a file, over one that is there.</summary>
    public static void Write(string target, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                write(file);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

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
    public static string NameOf(string text, string extension)
    {
        var name = Clean(text);
        if (name.Trim('.').Length == 0)
            name = "file";
        return extension.Length == 0 ? name : $"{name}.{Clean(extension)}";
    }

    private static string Clean(string name)
    {
        var invalid = Path.GetInvalidFileNameChars();
        return new([.. name.Select(c => c is '/' or '\\' || char.IsControl(c) || invalid.Contains(c) ? '_' : c)]);
    }
}
