namespace Neptune;

/// <summary>A set of texts, such as labels.</summary>
public sealed class StringSet : FieldHandle
{
    internal StringSet(Field field)
        : base(field)
    {
    }

    /// <inheritdoc cref="Field.Add"/>
    public void Add(params string[] values) => target.Add(values);

    /// <inheritdoc cref="Field.Remove"/>
    public void Remove(params string[] values) => target.Remove(values);

    /// <summary>Removes all members; the field stays.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    public void Clear() => target.Clear();

    /// <summary>The members in ordinal order; none when there is no field. Read from the store.</summary>
    public IReadOnlyCollection<string> Fetch() => Stored(FieldType.StringSet) switch
    {
        null => [],
        { Members: { } members } => members,
        _ => target.Fetch<string[]>(),
    };

    /// <summary>Whether a text is a member. Read from the store.</summary>
    public bool Contains(string value) => Fetch().Contains(value, StringComparer.Ordinal);
}
