namespace Neptune;

/// <summary>The members of a string set, to assign in one go: they replace what the set had.</summary>
public sealed class StringSetValue
{
    /// <summary>Collects the members; repeated ones count once.</summary>
    public StringSetValue(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values.Distinct(StringComparer.Ordinal)];
    }

    internal IReadOnlyList<string> Values { get; }
}
