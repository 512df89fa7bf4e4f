using Neptune.Core.Nql;

namespace Neptune.Storage;

/// <summary>What is asked of a table of objects.</summary>
internal sealed record SearchRequest(ProjectName Project, ObjectKind Kind)
{
    public const int DefaultLimit = 100;

    public NqlNode Query { get; init; } = NqlEverything.Instance;

    /// <summary>Objects in the trash, objects not in the trash, or both.</summary>
    public bool? Trashed { get; init; } = false;

    /// <summary>The paths of the fields to read; <c>null</c> for all.</summary>
    public IReadOnlyCollection<string>? Columns { get; init; }

    /// <summary>Namespaces of which all fields are read, besides the columns.</summary>
    public IReadOnlyCollection<string> Namespaces { get; init; } = [];

    public string SortBy { get; init; } = SysFields.CreationTime;

    /// <summary>Whether objects may be found in a project that has no such field to sort by, or only such as have no order: none has a value then.</summary>
    public bool SortIsOptional { get; init; }

    public bool Ascending { get; init; }

    /// <summary>How many objects a page has at most.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the page before ended; <c>null</c> for the first one.</summary>
    public SortKey? After { get; init; }
}
