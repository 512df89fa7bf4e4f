namespace Neptune.Core;

/// <summary>Rules of the names of files within a set or an artifact: relative, folders parted by <c>/</c>, never out of their folder.</summary>
internal static class SetFileName
{
    public const int MaxLength = 4096;

    /// <summary>Why a name cannot be one; <see langword="null"/> when it can.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is 0 or > MaxLength)
            return FormattableString.Invariant($"A name of a file has {name.Length} characters; 1 to {MaxLength} are allowed.");
        if (name.Contains('\0', StringComparison.Ordinal))
            return $"The file name \"{name.Replace("\0", "\\0", StringComparison.Ordinal)}\" has a null character.";
        return name.Split('/').Any(part => part is "" or "." or "..")
            ? $"The file name \"{name}\" is not relative to its folder. Use names such as \"images/cat.png\", without \".\", \"..\" and empty parts."
            : null;
    }
}
