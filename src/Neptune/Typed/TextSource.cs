using Microsoft.Extensions.Configuration;

namespace Neptune.Typed;

/// <summary>Makes configurations and command lines readable: trees of texts by name, in any case.</summary>
internal static class TextSource
{
    public static TreeReader Of(IConfiguration configuration, string ns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var root = NewTree();
        Place(root, ns, Tree(configuration.GetSection(ns.Replace('/', ':')).GetChildren()));
        return new(root, ValueSource.Text, ns);
    }

    public static TreeReader Of(IReadOnlyList<string> args, string ns, IReadOnlyList<TypedField> fields)
    {
        ArgumentNullException.ThrowIfNull(args);
        var prefix = $"--{ns.Replace('/', ':')}:";
        var root = NewTree();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            var (key, value) = args[i].Split('=', 2) is [var name, var inline] ? (name, inline)
                : i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? (args[i], args[++i])
                : (args[i], null);
            var path = key[prefix.Length..].Replace(':', '/');
            var field = Find(path, ns, fields) ?? throw Unknown(key, prefix, fields, ns);
            Place(root, field == path ? FieldPath.Join(ns, path) : field, value ?? Switch(key, FieldPath.Join(ns, path), ns, fields));
        }
        return new(root, ValueSource.Text, ns);
    }

    /// <summary>The path of the field that a key names, by its own name or by that of its property, or an entry of it.</summary>
    private static string? Find(string path, string ns, IReadOnlyList<TypedField> fields)
    {
        var full = FieldPath.Join(ns, path);
        foreach (var field in fields)
        {
            var member = field.Member.Replace('.', '/');
            if (field.Path.Equals(full, StringComparison.OrdinalIgnoreCase) || member.Equals(path, StringComparison.OrdinalIgnoreCase))
                return field.Path;
            if (field.Type is not null)
                continue;
            if (full.StartsWith($"{field.Path}/", StringComparison.OrdinalIgnoreCase))
                return field.Path + full[field.Path.Length..];
            if (path.StartsWith($"{member}/", StringComparison.OrdinalIgnoreCase))
                return field.Path + path[member.Length..];
        }
        return null;
    }

    /// <summary>An argument without a value switches a bool on.</summary>
    private static string Switch(string key, string path, string ns, IReadOnlyList<TypedField> fields) =>
        fields.Any(field => field.Type == FieldType.Bool && (field.Path.Equals(path, StringComparison.OrdinalIgnoreCase) || FieldPath.Join(ns, field.Member.Replace('.', '/')).Equals(path, StringComparison.OrdinalIgnoreCase)))
            ? bool.TrueString
            : throw new NeptuneOptionsException($"\"{key}\" has no value. Write {key} VALUE or {key}=VALUE.");

    private static NeptuneOptionsException Unknown(string key, string prefix, IReadOnlyList<TypedField> fields, string ns) =>
        new($"\"{key}\" is no parameter. Known are {string.Join(", ", fields.Select(field => prefix + field.Path[(ns.Length + 1)..].Replace('/', ':')))}.");

    private static Dictionary<string, object?> NewTree() => new(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, object?> Tree(IEnumerable<IConfigurationSection> sections)
    {
        var tree = NewTree();
        foreach (var section in sections)
        {
            var below = Tree(section.GetChildren());
            tree[section.Key] = below.Count > 0 ? below : section.Value;
        }
        return tree;
    }

    private static void Place(Dictionary<string, object?> root, string path, object? value)
    {
        var parts = path.Split('/');
        var at = root;
        foreach (var part in parts.AsSpan(0, parts.Length - 1))
        {
            if (at.GetValueOrDefault(part) is not Dictionary<string, object?> below)
                at[part] = below = NewTree();
            at = below;
        }
        at[parts[^1]] = value;
    }
}
