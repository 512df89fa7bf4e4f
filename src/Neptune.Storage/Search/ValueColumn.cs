using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Where the value of a type stands, and which columns before it are NULL in the index by value.</summary>
internal sealed class ValueColumn
{
    /// <summary>Texts are indexed and sorted by so many characters; databases limit the size of an index entry.</summary>
    public const int TextLength = 64;

    private static readonly string[] Columns = ["int_value", "float_value", "last"];

    private readonly int place;

    private ValueColumn(int place) => this.place = place;

    public bool IsText => place == Columns.Length;

    /// <summary>The column of a type; <c>null</c> when its values are not in the index.</summary>
    public static ValueColumn? Of(FieldType type) => type switch
    {
        FieldType.Int or FieldType.Bool or FieldType.Datetime => new(0),
        FieldType.Float => new(1),
        FieldType.FloatSeries => new(2),
        FieldType.String or FieldType.StringSeries => new(3),
        _ => null,
    };

    public static string SortText(SqlDialect dialect, string column) => dialect.Prefix(column, TextLength);

    /// <summary>The part of a text that is indexed.</summary>
    public static string SortText(string text)
    {
        var end = 0;
        for (var characters = 0; characters < TextLength && end < text.Length; characters++)
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text[..end];
    }

    /// <summary>The indexed value.</summary>
    public string Indexed(SqlDialect dialect, string table) => IsText ? SortText(dialect, $"{table}.text_value") : $"{table}.{Columns[place]}";

    /// <summary>What says that the columns before it are NULL; it begins with "and".</summary>
    public string NothingBefore(string table) => string.Concat(Columns[..place].Select(column => $" and {table}.{column} is null"));

    /// <summary>What says that the columns after it are NULL; it begins with "and".</summary>
    public string NothingAfter(SqlDialect dialect, string table) => IsText
        ? ""
        : string.Concat(Columns[(place + 1)..].Select(column => $"{table}.{column}").Append(SortText(dialect, $"{table}.text_value")).Select(column => $" and {column} is null"));

    /// <summary>The order of the index from the values on.</summary>
    public static string Order(SqlDialect dialect, string table, string direction) => string.Join(
        ", ",
        Columns.Select(column => $"{table}.{column}").Append(SortText(dialect, $"{table}.text_value")).Append($"{table}.object_id").Select(column => $"{column} {direction}"));
}
