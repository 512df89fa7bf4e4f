namespace Neptune.Typed;

internal sealed class DictionaryCodec<TItem, TDictionary>(LeafCodec<TItem> item, Func<Dictionary<string, TItem>, TDictionary> create) : LeafCodec<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<string, TItem>>
{
    internal override FieldType? Type => null;

    internal override object? ToValue(TDictionary value) =>
        value is null ? null : value.ToDictionary(entry => entry.Key, entry => item.ToValue(entry.Value), StringComparer.Ordinal);

    internal override bool TryRead(object? stored, ValueSource source, out TDictionary value)
    {
        value = default!;
        if (stored is not IReadOnlyDictionary<string, object?> entries)
            return false;
        var items = new Dictionary<string, TItem>(entries.Count, StringComparer.Ordinal);
        foreach (var (name, entry) in entries)
        {
            if (!item.TryRead(entry, source, out var read))
                return false;
            items.Add(name, read);
        }
        value = create(items);
        return true;
    }
}
