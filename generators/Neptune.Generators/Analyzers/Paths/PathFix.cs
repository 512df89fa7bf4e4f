using System.Collections.Immutable;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers.Paths;

/// <summary>What code fixes of paths learn from their rules.</summary>
internal static class PathFix
{
    /// <summary>What leads to the field from the object.</summary>
    public const string Access = nameof(Access);

    /// <summary>The path to write instead.</summary>
    public const string Path = nameof(Path);

    public static ImmutableDictionary<string, string?> Properties(DeclaredField field, string? path) =>
        ImmutableDictionary<string, string?>.Empty.Add(Access, field.Access).Add(Path, path);
}
