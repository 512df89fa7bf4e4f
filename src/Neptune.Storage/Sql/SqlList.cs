using System.Numerics;

namespace Neptune.Storage.Sql;

/// <summary>
/// Lists of parameters for <c>in (…)</c>, their lengths rounded up to powers of two so that few different statements arise; the
/// last value fills the places that are left.
/// </summary>
internal static class SqlList
{
    public const int MaxItems = 1024;

    public static string Names(string prefix, int count) =>
        string.Join(", ", Enumerable.Range(0, Places(count)).Select(i => FormattableString.Invariant($"{prefix}{i}")));

    public static void Set<T>(string prefix, IReadOnlyList<T> values, Action<string, T> set)
    {
        for (var i = 0; i < Places(values.Count); i++)
            set(FormattableString.Invariant($"{prefix}{i}"), values[Math.Min(i, values.Count - 1)]);
    }

    /// <summary>The values in as many places as there are names for them.</summary>
    public static IEnumerable<T> Fill<T>(IReadOnlyList<T> values) =>
        Enumerable.Range(0, Places(values.Count)).Select(i => values[Math.Min(i, values.Count - 1)]);

    private static int Places(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)count);
}
