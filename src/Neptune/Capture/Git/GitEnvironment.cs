namespace Neptune.Capture.Git;

/// <summary>The variables that a git program is started with.</summary>
internal static class GitEnvironment
{
    private const string Prefix = "GIT_";

    /// <summary>
    /// What its user has set for every git stays. All else does not: inside a hook or a rebase it names the repository of that, others name programs to
    /// run or files to trace into.
    /// </summary>
    private static readonly string[] Kept = ["GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH", "GIT_ATTR_", "GIT_LFS_"];

    public static void Set(IDictionary<string, string?> variables)
    {
        foreach (var name in variables.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !Kept.Any(kept => name.StartsWith(kept, StringComparison.OrdinalIgnoreCase))).ToList())
            variables.Remove(name);
        variables["GIT_OPTIONAL_LOCKS"] = "0";
        variables["GIT_TERMINAL_PROMPT"] = "0";
        // What a partial clone lacks is not fetched for it.
        variables["GIT_NO_LAZY_FETCH"] = "1";
    }
}
