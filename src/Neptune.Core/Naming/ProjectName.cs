namespace Neptune.Core;

/// <summary>A project's full name, <c>workspace/name</c>.</summary>
internal readonly record struct ProjectName(string Workspace, string Name)
{
    public const string DefaultWorkspace = "local";

    public const int MaxPartLength = 128;

    public override string ToString() => $"{Workspace}/{Name}";

    /// <summary>Parses <c>workspace/name</c>, or a bare <c>name</c> of the workspace <c>local</c>.</summary>
    /// <exception cref="NeptuneNameException">The text is neither.</exception>
    public static ProjectName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var name)
            ? name
            : throw new NeptuneNameException($"\"{text}\" is not a project name. Use workspace/name, such as \"ml-team/classification\", each part of 1 to {MaxPartLength} characters without slashes, control characters or blanks at its ends.");
    }

    public static bool TryParse(string text, out ProjectName project)
    {
        var parts = text.Split('/');
        var (workspace, name) = parts.Length switch
        {
            1 => (DefaultWorkspace, parts[0]),
            2 => (parts[0], parts[1]),
            _ => ("", ""),
        };
        project = new(workspace, name);
        return IsValid(workspace) && IsValid(name);
    }

    /// <summary>The nearest valid name to a folder's name, for the default project.</summary>
    public static ProjectName FromFolder(string folderName)
    {
        var name = new string([.. folderName.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c != '/')]).Trim();
        return new(DefaultWorkspace, name.Length == 0 ? "project" : name.Length > MaxPartLength ? name[..MaxPartLength].Trim() : name);
    }

    private static bool IsValid(string part) =>
        part.Length is > 0 and <= MaxPartLength && part.Trim() == part && !part.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
