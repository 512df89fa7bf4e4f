namespace Neptune.Core;

/// <summary>Sorts texts by code point, as Python does and UTF-8 bytes sort; ordinal order differs for characters beyond 16 bits.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (x[i] != y[i])
                return char.IsSurrogate(x[i]) != char.IsSurrogate(y[i]) ? (char.IsSurrogate(x[i]) ? 1 : -1) : x[i].CompareTo(y[i]);
        }
        return x.Length.CompareTo(y.Length);
    }
}
