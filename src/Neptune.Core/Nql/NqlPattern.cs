using System.Text.RegularExpressions;

namespace Neptune.Core.Nql;

/// <summary>
/// The regular expressions of MATCHES: found anywhere in the text, in time linear in its length, which excludes look-around and
/// back references. The original took RE2, which has the same limits.
/// </summary>
internal static class NqlPattern
{
    private const int MaxLength = 1000;

    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="NotSupportedException">The pattern needs backtracking.</exception>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static string? WhyNot(string pattern)
    {
        if (pattern.Length > MaxLength)
            return FormattableString.Invariant($"the pattern has {pattern.Length} characters; at most {MaxLength} are allowed");
        try
        {
            Compile(pattern);
            return null;
        }
        catch (RegexParseException error)
        {
            return $"{NqlErrors.Quote(pattern)} is no regular expression: {error.Error} at its character {error.Offset}";
        }
        catch (NotSupportedException)
        {
            return $"{NqlErrors.Quote(pattern)} cannot be searched for in linear time; look-around, back references, atomic groups and very large repetitions are not available";
        }
    }
}
