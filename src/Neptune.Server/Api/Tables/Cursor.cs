using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SortKey = Neptune.Storage.SortKey;

namespace Neptune.Server.Api;

/// <summary>Where a page of a table ended, as a text that callers pass back as they got it. It has a mark of its table, because in another it would be a place like any other.</summary>
internal static class Cursor
{
    private const char Separator = ' ';
    private const char Missing = '-';
    private const char Whole = 'i';
    private const char Real = 'f';
    private const char Words = 's';

    public static string? Text(SortKey? key, string table) => key is not { } end ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{table}{Separator}{end.Rank}{Separator}{end.ObjectId}{Separator}{Value(end.Value)}")));

    /// <exception cref="NeptuneOptionsException">It is no cursor.</exception>
    public static SortKey? Parse(string? text, string table)
    {
        if (text is null)
            return null;
        if (Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 4) is [var mark, var rankText, var idText, [var kind, .. var value]]
            && mark == table
            && int.TryParse(rankText, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && long.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && TryValue(kind, value, out var parsed))
            return new(rank, parsed, id);
        throw new NeptuneOptionsException("The cursor is none that a page of this table gave. Begin with the first page, without a cursor.");
    }

    private static string Value(object? value) => value switch
    {
        null => $"{Missing}",
        long whole => string.Create(CultureInfo.InvariantCulture, $"{Whole}{whole}"),
        double real => string.Create(CultureInfo.InvariantCulture, $"{Real}{real:R}"),
        _ => $"{Words}{value}",
    };

    private static bool TryValue(char kind, string text, out object? value)
    {
        value = kind switch
        {
            Whole when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            Real when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => real,
            Words => text,
            _ => null,
        };
        return value is not null || (kind == Missing && text.Length == 0);
    }
}
