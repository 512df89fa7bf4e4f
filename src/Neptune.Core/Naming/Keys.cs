using System.Globalization;

namespace Neptune.Core;

/// <summary>Rules of project and model keys, from which ids are made: <c>CLS</c>, <c>CLS-12</c>, <c>CLS-FOREST</c>, <c>CLS-FOREST-3</c>.</summary>
internal static class Keys
{
    public const int MaxLength = 10;

    private const int ShortNameLength = 5;
    private const int AbbreviationLength = 3;

    /// <summary>Whether a key is 1 to 10 upper-case letters and digits and starts with a letter.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= MaxLength && char.IsAsciiLetterUpper(key[0]) && key.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <exception cref="NeptuneNameException">The key breaks the rules.</exception>
    public static string Require(string key) =>
        IsValid(key) ? key : throw new NeptuneNameException($"\"{key}\" is not a key. Use 1 to {MaxLength} upper-case letters and digits, starting with a letter, such as \"FOREST\".");

    /// <summary>
    /// A key for a project's name: short names whole (<c>hello</c> → <c>HELLO</c>), longer ones as their first letter and the
    /// next consonants, doubled ones once (<c>classification</c> → <c>CLS</c>).
    /// </summary>
    public static string FromProjectName(string name)
    {
        var letters = new string([.. name.ToUpperInvariant().Where(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)).SkipWhile(char.IsAsciiDigit)]);
        if (letters.Length == 0)
            return "PRJ";
        if (letters.Length <= ShortNameLength)
            return letters;

        var key = letters[..1];
        foreach (var letter in letters.Skip(1))
        {
            if (key.Length < AbbreviationLength && !"AEIOU".Contains(letter, StringComparison.Ordinal) && key[^1] != letter)
                key += letter;
        }
        return key;
    }

    /// <summary>The <paramref name="attempt"/>th variant of a key that is taken: <c>CLS</c>, <c>CLS2</c>, <c>CLS3</c>, …</summary>
    public static string Variant(string key, int attempt)
    {
        if (attempt <= 1)
            return key;
        var suffix = attempt.ToString(CultureInfo.InvariantCulture);
        return key[..Math.Min(key.Length, MaxLength - suffix.Length)] + suffix;
    }
}
