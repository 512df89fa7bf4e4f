using System.Collections.Immutable;

namespace Neptune.Core.Nql;

/// <summary>Two or more terms side by side, joined by the same word.</summary>
internal abstract record NqlGroup(ImmutableArray<NqlNode> Terms) : NqlNode
{
    public virtual bool Equals(NqlGroup? other) =>
        other is not null && EqualityContract == other.EqualityContract && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var term in Terms)
            hash.Add(term);
        return hash.ToHashCode();
    }
}
