namespace Neptune.Generators.Analyzers.Paths;

/// <summary>Tells slips of the pen from other names.</summary>
internal static class Resemblance
{
    /// <summary>In shorter names a letter makes another word: <c>acc</c> and <c>auc</c>, <c>min</c> and <c>man</c>.</summary>
    private const int ShortestName = 4;

    /// <summary>Whether one letter too many, too few, wrong or in the wrong place, in one part of a path, makes it another one; case is no matter.</summary>
    public static bool IsSlip(string written, string declared)
    {
        if (Math.Abs(written.Length - declared.Length) > 1)
            return false;
        var (parts, wanted) = (written.Split('/'), declared.Split('/'));
        if (parts.Length != wanted.Length)
            return false;
        var differing = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Equals(wanted[i], StringComparison.OrdinalIgnoreCase))
                continue;
            if (differing >= 0)
                return false;
            differing = i;
        }
        return differing >= 0 && IsOneEdit(parts[differing], wanted[differing]);
    }

    private static bool IsOneEdit(string written, string wanted)
    {
        if (Math.Max(written.Length, wanted.Length) < ShortestName)
            return false;
        var start = 0;
        while (start < Math.Min(written.Length, wanted.Length) && Same(written[start], wanted[start]))
            start++;
        var (left, right) = (written.Length, wanted.Length);
        while (left > start && right > start && Same(written[left - 1], wanted[right - 1]))
            (left, right) = (left - 1, right - 1);
        return (left - start, right - start) switch
        {
            (2, 2) => Same(written[start], wanted[start + 1]) && Same(written[start + 1], wanted[start]),
            (1, 1) => start > 0 && IsLetterOfWord(written, start) && IsLetterOfWord(wanted, start),
            (1, 0) => start > 0 && IsLetterOfWord(written, start),
            (0, 1) => start > 0 && IsLetterOfWord(wanted, start),
            _ => false,
        };
    }

    /// <summary>A digit or a letter that begins a word is a difference that was meant: <c>f1</c> and <c>f2</c>, <c>loss</c> and <c>lossD</c>.</summary>
    private static bool IsLetterOfWord(string name, int at) => !char.IsDigit(name[at]) && !char.IsUpper(name[at]);

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
