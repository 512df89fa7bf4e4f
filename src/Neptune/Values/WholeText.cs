using System.Globalization;
using System.Text;

namespace Neptune.Values;

/// <summary>Texts are kept as UTF-8, in which half a surrogate pair has no place: encoding it silently makes another character of it.</summary>
internal static class WholeText
{
    /// <summary>The text itself.</summary>
    /// <exception cref="NeptuneUnsupportedValueException">It has half a surrogate pair.</exception>
    public static string Require(string path, string text) => HalfPairIn(text) is not (>= 0 and var at) ? text : throw new NeptuneUnsupportedValueException(
        path, string.Create(CultureInfo.InvariantCulture, $"\"{path}\": the text has half a surrogate pair (U+{(int)text[at]:X4}) at position {at}, so it is no Unicode. Cut texts between characters, or assign bytes as a NeptuneFile."));

    /// <summary>The text with U+FFFD for each half: for what a program has printed or thrown, which is to be logged whatever it is.</summary>
    public static string Mended(string text) => HalfPairIn(text) < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Where the first half is; -1 when there is none.</summary>
    public static int HalfPairIn(string text)
    {
        // Most texts have no pair at all, which is known at a glance.
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return at;
            at++;
        }
        return -1;
    }
}
