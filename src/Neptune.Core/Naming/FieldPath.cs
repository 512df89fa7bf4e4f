using System.Buffers;

namespace Neptune.Core;

/// <summary>Rules of field paths: parts parted by <c>/</c>, empty parts dropped, any Unicode text but control characters.</summary>
internal static class FieldPath
{
    public const int MaxLength = 1024;

    private static readonly SearchValues<char> NeedsCare = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>The canonical form of a path that names a field.</summary>
    /// <exception cref="NeptunePathException">The path is empty, too long, or not text.</exception>
    public static string Normalize(string path)
    {
        var canonical = NormalizeNamespace(path);
        return canonical.Length > 0 ? canonical : throw new NeptunePathException($"The field path \"{path}\" is empty. Name a field, such as \"params/lr\".");
    }

    /// <summary>The canonical form of a path that may also name the root, which is the empty path.</summary>
    public static string NormalizeNamespace(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var canonical = IsCanonical(path) ? path : string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        if (canonical.Length > MaxLength)
            throw new NeptunePathException($"The field path \"{canonical[..40]}…\" has {canonical.Length} characters; at most {MaxLength} are allowed.");
        if (canonical.AsSpan().IndexOfAny(NeedsCare) is >= 0 and var at)
            RejectUnlessText(canonical, at);
        return canonical;
    }

    public static string Join(string parent, string child) =>
        parent.Length == 0 ? child : child.Length == 0 ? parent : $"{parent}/{child}";

    /// <summary>Whether <paramref name="path"/> is <paramref name="ancestor"/> itself or lies below it.</summary>
    public static bool IsWithin(string path, string ancestor) =>
        ancestor.Length == 0
        || (path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] == '/'));

    /// <summary>The namespaces above a canonical path, nearest first, without the root.</summary>
    public static IEnumerable<string> Ancestors(string path)
    {
        for (var cut = path.LastIndexOf('/'); cut > 0; cut = path.LastIndexOf('/', cut - 1))
            yield return path[..cut];
    }

    private static bool IsCanonical(string path) =>
        path.Length > 0 && path[0] != '/' && path[^1] != '/' && !path.Contains("//", StringComparison.Ordinal);

    private static void RejectUnlessText(string path, int from)
    {
        for (var i = from; i < path.Length; i++)
        {
            if (char.IsControl(path[i]))
                throw new NeptunePathException($"The field path \"{Escape(path)}\" has a control character (U+{(int)path[i]:X4}) at position {i}.");
            if (!char.IsSurrogate(path[i]))
                continue;
            if (i + 1 >= path.Length || !char.IsSurrogatePair(path[i], path[i + 1]))
                throw new NeptunePathException($"The field path \"{Escape(path)}\" has half a surrogate pair at position {i}.");
            i++;
        }
    }

    private static string Escape(string path) =>
        string.Concat(path.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString()));
}
