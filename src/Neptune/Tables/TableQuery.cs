namespace Neptune;

/// <summary>Which objects a table has, which of their fields, and in which order. Everything is optional.</summary>
public sealed record TableQuery
{
    /// <summary>A condition in the Neptune query language, such as <c>`params/lr`:float &lt; 0.1 AND last(`val/acc`) &gt; 0.9</c>. Excludes <see cref="Ids"/>, <see cref="States"/>, <see cref="Owners"/> and <see cref="Tags"/>.</summary>
    public string? Nql { get; init; }

    /// <summary>Ids such as <c>CLS-12</c>: objects that have one of them (<c>sys/id</c>).</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>, in any case: objects in one of these states (<c>sys/state</c>).</summary>
    public IReadOnlyCollection<string>? States { get; init; }

    /// <summary>Names of users: objects that belong to one of them (<c>sys/owner</c>).</summary>
    public IReadOnlyCollection<string>? Owners { get; init; }

    /// <summary>Tags: objects that have all of them (<c>sys/tags</c>).</summary>
    public IReadOnlyCollection<string>? Tags { get; init; }

    /// <summary>Paths of the fields to fetch; all by default. <c>sys/id</c> and the column that is sorted by always come along.</summary>
    public IReadOnlyCollection<string>? Columns { get; init; }

    /// <summary>How many objects at most; at least 1. All by default.</summary>
    public int? Limit { get; init; }

    /// <summary>
    /// The field to sort by: a number, text, time, bool, state, or a series, of which the last value counts; <c>sys/creation_time</c> by
    /// default. Objects without a value come last. Texts are sorted by their first 64 characters.
    /// </summary>
    public string? SortBy { get; init; }

    /// <summary>The smallest first; the largest first by default.</summary>
    public bool Ascending { get; init; }

    /// <summary>What is in the trash instead of what is not.</summary>
    public bool Trashed { get; init; }
}
