using System.Collections.Immutable;

namespace Neptune.Core.Nql;

/// <summary>All terms hold.</summary>
internal sealed record NqlAnd(ImmutableArray<NqlNode> Terms) : NqlGroup(Terms)
{
    /// <summary>The terms joined: everything when there are none, the term itself when there is one.</summary>
    public static NqlNode Of(IEnumerable<NqlNode> terms) => terms.Where(term => term is not NqlEverything).ToImmutableArray() switch
    {
        [] => NqlEverything.Instance,
        [var only] => only,
        var several => new NqlAnd(several),
    };
}
