namespace Neptune;

/// <summary>The members of a string set, to assign in one go: they replace what the set had.</summary>
public sealed class StringSetValue
{
    /// <summary>Collects the members; repeated ones count once.</summary>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public StringSetValue(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values.Distinct(StringComparer.Ordinal)];
        if (Values.Contains(null!))
            throw new ArgumentException("A string set holds texts; one of the values is null.", nameof(values));
    }

    internal IReadOnlyList<string> Values { get; }
}
