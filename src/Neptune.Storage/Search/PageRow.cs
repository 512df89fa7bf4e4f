namespace Neptune.Storage.Search;

/// <summary>A row of a page that is being read.</summary>
internal sealed class PageRow(ObjectRecord record)
{
    private readonly List<StoredField> fields = [];
    private readonly Dictionary<long, List<string>> members = [];

    public ObjectRecord Object => record;

    /// <summary>The paths at which the object has string sets.</summary>
    public IEnumerable<long> SetPaths => members.Keys;

    public void Add(long path, StoredField field)
    {
        if (field.Type == FieldType.StringSet)
        {
            members.Add(path, []);
            field = field with { Members = members[path] };
        }
        fields.Add(field);
    }

    public void AddMember(long path, string member)
    {
        if (members.TryGetValue(path, out var set))
            set.Add(member);
    }

    public SearchRow ToSearchRow(SortKey key)
    {
        fields.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var set in members.Values)
            set.Sort(StringComparer.Ordinal);
        return new(record, fields, key);
    }
}
