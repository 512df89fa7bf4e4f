namespace Neptune.Core.Nql;

/// <summary>The empty query, which every object fits.</summary>
internal sealed record NqlEverything : NqlNode
{
    private NqlEverything()
    {
    }

    public static NqlEverything Instance { get; } = new();
}
