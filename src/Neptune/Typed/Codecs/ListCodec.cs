using System.Globalization;
using Neptune.Values;

namespace Neptune.Typed;

internal sealed class ListCodec<TItem, TList>(LeafCodec<TItem> item, Func<TItem[], TList> create) : LeafCodec<TList>
    where TList : IEnumerable<TItem>
{
    /// <summary>One text or several fields: the object's option says which.</summary>
    internal override FieldType? Type => null;

    internal override object? ToValue(TList value) => value is null ? null : value.Select(item.ToValue).ToList();

    internal override bool TryRead(object? stored, ValueSource source, out TList value)
    {
        value = default!;
        if (Elements(stored, source) is not { } elements)
            return false;
        var from = stored is string && source == ValueSource.Store ? ValueSource.Json : source;
        var items = new TItem[elements.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (!item.TryRead(elements[i], from, out items[i]))
                return false;
        }
        value = create(items);
        return true;
    }

    private static IReadOnlyList<object?>? Elements(object? stored, ValueSource source) => stored switch
    {
        IReadOnlyList<object?> list => list,
        string text when text.StartsWith('[') => JsonText.Parse(text) as IReadOnlyList<object?>,
        string { Length: 0 } when source == ValueSource.Text => [],
        string text when source == ValueSource.Text => text.Split(',', StringSplitOptions.TrimEntries),
        IReadOnlyCollection<string> set => [.. set],
        IReadOnlyDictionary<string, object?> numbered => InOrder(numbered),
        _ => null,
    };

    /// <summary>The entries <c>0</c>, <c>1</c>, … of a list that was kept as fields.</summary>
    private static List<object?>? InOrder(IReadOnlyDictionary<string, object?> numbered)
    {
        var elements = new List<object?>(numbered.Count);
        while (numbered.TryGetValue(elements.Count.ToString(CultureInfo.InvariantCulture), out var element))
            elements.Add(element);
        return elements.Count == numbered.Count ? elements : null;
    }
}
