using System.Collections.Immutable;

namespace Neptune.Core.Nql;

/// <summary>At least one term holds.</summary>
internal sealed record NqlOr(ImmutableArray<NqlNode> Terms) : NqlGroup(Terms)
{
    /// <summary>At least one of the terms, of which there must be one.</summary>
    public static NqlNode Of(IEnumerable<NqlNode> terms) => terms.ToImmutableArray() is [var only] ? only : new NqlOr([.. terms]);
}
