using LibGit2Sharp;

namespace Neptune.Capture.Git;

/// <summary>
/// Which files may be stored otherwise than they lie in the work tree. Libgit2 tells nobody the attributes of a path, but it matches patterns: those of
/// attributes are those of ignored files, except that a folder's name does not stand for its files. That takes some files too many, and none too few.
/// </summary>
internal sealed class FilteredFiles
{
    private const string MacroMark = "[attr]";

    private readonly Repository repository;
    private readonly List<string> rules = [];
    private readonly HashSet<string> macros = new(StringComparer.Ordinal);

    public FilteredFiles(Repository repository)
    {
        this.repository = repository;
        var files = Files().ToList();
        // A macro of one file is known in all of them.
        foreach (var line in files.SelectMany(file => file.Lines).Where(line => line.StartsWith(MacroMark, StringComparison.Ordinal)))
            AddMacro(line[MacroMark.Length..]);
        foreach (var (folder, lines) in files)
            rules.AddRange(lines.Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith(MacroMark, StringComparison.Ordinal)).Select(line => RuleOf(folder, line)).OfType<string>());
    }

    /// <summary>Those of some paths.</summary>
    public HashSet<string> Among(IEnumerable<string> paths)
    {
        if (rules.Count == 0)
            return [];
        repository.Ignore.AddTemporaryRules(rules);
        try
        {
            return [.. paths.Where(repository.Ignore.IsPathIgnored)];
        }
        finally
        {
            repository.Ignore.ResetAllTemporaryRules();
        }
    }

    /// <summary>The attribute files of the repository and of its user, with the folders that they are for.</summary>
    private IEnumerable<(string Folder, string[] Lines)> Files()
    {
        const string Name = ".gitattributes";
        var everywhere = new[]
        {
            Path.Combine(repository.Info.Path, "info", "attributes"),
            repository.Config.GetValueOrDefault<string?>("core.attributesfile", (string?)null)
                ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home ? home : "~/.config", "git", "attributes"),
            "/etc/gitattributes",
        };
        return repository.Index.Where(entry => Path.GetFileName(entry.Path) == Name).Select(entry => entry.Path).Append(Name).Distinct()
            .Select(path => (Folder: path[..^Name.Length], File: Path.Combine(repository.Info.WorkingDirectory, path)))
            .Concat(everywhere.Select(file => (Folder: "", File: file.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), file[2..]) : file)))
            .Where(found => File.Exists(found.File))
            .Select(found => (found.Folder, File.ReadAllLines(found.File).Select(line => line.Trim()).ToArray()));
    }

    private void AddMacro(string line)
    {
        if (Words(line) is [var name, .. var attributes] && attributes.Any(IsUnknown))
            macros.Add(name);
    }

    private string? RuleOf(string folder, string line)
    {
        // A quoted pattern may have blanks: all files of the folder may be meant.
        if (line[0] == '"')
            return Words(line).Any(IsUnknown) ? $"/{folder}**" : null;
        if (Words(line) is not [var pattern, .. var attributes] || !attributes.Any(IsUnknown))
            return null;
        return pattern.TrimEnd('/').Contains('/') ? $"/{folder}{pattern.TrimStart('/')}" : folder.Length == 0 ? pattern : $"/{folder}**/{pattern}";
    }

    private bool IsUnknown(string attribute) => attribute.StartsWith("filter=", StringComparison.Ordinal) || attribute.StartsWith("working-tree-encoding=", StringComparison.Ordinal)
        || attribute is "ident" || macros.Contains(attribute);

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
