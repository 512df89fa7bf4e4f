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
        var items = new Dictionary<string, TItem>(StringComparer.Ordinal);
        if (stored is not IReadOnlyDictionary<string, object?> entries || !TryRead(entries, "", source, items))
            return false;
        value = create(items);
        return true;
    }

    private bool TryRead(IReadOnlyDictionary<string, object?> entries, string prefix, ValueSource source, Dictionary<string, TItem> items)
    {
        foreach (var (name, entry) in entries)
        {
            var key = FieldPath.Join(prefix, name);
            // A key with slashes made namespaces, which a simple value never does.
            if (item.Type is not null && entry is IReadOnlyDictionary<string, object?> below)
            {
                if (!TryRead(below, key, source, items))
                    return false;
                continue;
            }
            if (!item.TryRead(entry, source, out var read))
                return false;
            items.Add(key, read);
        }
        return true;
    }
}
