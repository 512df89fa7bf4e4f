using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Neptune.Storage.Search;

/// <summary>Where the value of a type stands, and which columns before it are NULL in the index by value.</summary>
internal sealed class ValueColumn
{
    /// <summary>Texts are indexed and sorted by so many characters; databases limit the size of an index entry.</summary>
    public const int TextLength = 64;

    /// <summary>The column with the part of a text that is indexed.</summary>
    public const string TextKey = "text_key";

    private static readonly string[] Columns = ["int_value", "float_value", "last", TextKey];

    private readonly int place;

    private ValueColumn(int place) => this.place = place;

    public bool IsText => place == Columns.Length - 1;

    /// <summary>The column of a type; <c>null</c> when its values are not in the index.</summary>
    public static ValueColumn? Of(FieldType type) => type switch
    {
        FieldType.Int or FieldType.Bool or FieldType.Datetime => new(0),
        FieldType.Float => new(1),
        FieldType.FloatSeries => new(2),
        FieldType.String or FieldType.StringSeries => new(3),
        _ => null,
    };

    /// <summary>The part of a text that is indexed.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? SortText(string? text)
    {
        if (text is null)
            return null;
        var end = 0;
        for (var characters = 0; characters < TextLength && end < text.Length; characters++)
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text[..end];
    }

    /// <summary>Whether the indexed part of a text is all of it, and of no other text.</summary>
    public static bool IsWhole(string text) => SortText(text).Length == text.Length && text.EnumerateRunes().Count() < TextLength;

    /// <summary>Whether an indexed text may go on. By bytes: characters are counted up to the first NUL only.</summary>
    public static string MayBeCut(string key) => string.Create(CultureInfo.InvariantCulture, $"length(cast({key} as blob)) >= {TextLength}");

    /// <summary>What says that the columns before texts are NULL; it begins with "and".</summary>
    public static string NothingBeforeTexts(string table) => new ValueColumn(Columns.Length - 1).NothingBefore(table);

    /// <summary>The indexed value.</summary>
    public string Indexed(string table) => $"{table}.{Columns[place]}";

    /// <summary>What says that the columns before it are NULL; it begins with "and".</summary>
    public string NothingBefore(string table) => string.Concat(Columns[..place].Select(column => $" and {table}.{column} is null"));

    /// <summary>What says that the columns after it are NULL; it begins with "and".</summary>
    public string NothingAfter(string table) => string.Concat(Columns[(place + 1)..].Select(column => $" and {table}.{column} is null"));

    /// <summary>The order of the index from the values on.</summary>
    public static string Order(string table, string direction) =>
        string.Join(", ", Columns.Append("object_id").Select(column => $"{table}.{column} {direction}"));
}
