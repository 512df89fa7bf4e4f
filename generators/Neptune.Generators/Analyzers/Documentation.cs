namespace Neptune.Generators.Analyzers;

/// <summary>Where rules are described.</summary>
internal static class Documentation
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "Neptune";

    private const string Page = "generators/Neptune.Generators/README.md";

    /// <summary>The section of a rule in the README, from the root of the repository.</summary>
    public static string Of(string id) => $"{Page}#{id.ToLowerInvariant()}";
}
