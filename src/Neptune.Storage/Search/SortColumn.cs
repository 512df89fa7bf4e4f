using System.Data.Common;
using Neptune.Storage.Objects;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>The field that a table is sorted by: where it is, and which types it has in the project.</summary>
internal sealed class SortColumn
{
    private const int Numbers = 0;
    private const int Times = 1;
    private const int Bools = 2;
    private const int Texts = 3;

    /// <summary>Fields that objects of all kinds have from their creation on, so that there is nothing to look for behind them.</summary>
    private static readonly HashSet<string> AlwaysThere =
        [SysFields.Id, SysFields.CreationTime, SysFields.ModificationTime, SysFields.PingTime, SysFields.RunningTime, SysFields.MonitoringTime, SysFields.State, SysFields.Size];

    private SortColumn(string path, long? id, IReadOnlyList<FieldType> types)
    {
        PathId = id;
        Types = types;
        MayBeMissing = !AlwaysThere.Contains(path);
    }

    public long? PathId { get; }

    /// <summary>The sortable types that fields at the path have.</summary>
    public IReadOnlyList<FieldType> Types { get; }

    public bool MayBeMissing { get; }

    public bool IsState => Types is [FieldType.RunState];

    /// <exception cref="NeptuneOptionsException">It is not optional, and there are only fields of types without an order, or none at all.</exception>
    public static SortColumn Find(PathIndex paths, string path, ProjectName project, bool isOptional = false)
    {
        var found = paths.Find(path);
        FieldType[] sortable = found?.Types is [FieldType.RunState] state ? [.. state] : [.. found?.Types.Where(type => ValueColumn.Of(type) is not null) ?? []];
        if (sortable.Length > 0 || isOptional || (found is null && FieldPath.IsWithin(path, SysFields.Namespace)))
            return new(path, found?.Id, sortable);
        throw new NeptuneOptionsException(found is null
            ? $"No object of {project} has a field \"{path}\" to sort by. Check the spelling of SortBy."
            : $"\"{path}\" is a field of type {found.Value.Types[0]}, which has no order. Sort by a number, a text, a time, a bool or a series.");
    }

    /// <summary>Whether a table can be sorted by fields of a type.</summary>
    public static bool HasOrder(FieldType type) => type == FieldType.RunState || ValueColumn.Of(type) is not null;

    public static int RankOf(FieldType type) => type switch
    {
        FieldType.Int or FieldType.Float or FieldType.FloatSeries => Numbers,
        FieldType.Datetime => Times,
        FieldType.Bool => Bools,
        _ => Texts,
    };

    /// <summary>States are few, so each has a rank.</summary>
    public static int RankOfState(ObjectState state, SortOrder order) => order.Ascending ? (int)state : ObjectStates.All.Count - 1 - (int)state;

    /// <summary>What <see cref="KeyOf"/> reads of the row <c>s</c>.</summary>
    public const string KeyColumns = $"s.type, s.int_value, s.float_value, s.last, s.{ValueColumn.TextKey}";

    /// <summary>The key in a row that begins with the object's id and goes on with <see cref="KeyColumns"/>.</summary>
    public SortKey KeyOf(DbDataReader row, SortOrder order, long now)
    {
        var id = row.GetInt64(0);
        if (row.IsDBNull(1))
            return new(SortKey.Missing, null, id);
        var type = (FieldType)row.GetInt32(1);
        if (IsState)
            return new(RankOfState(Liveness.StateOf(row.GetString(5), row.LongOrZero(2), now), order), null, id);
        object? value = type switch
        {
            FieldType.Int or FieldType.Bool or FieldType.Datetime => row.GetInt64(2),
            FieldType.Float => row.DoubleOrNull(3),
            FieldType.FloatSeries => row.DoubleOrNull(4),
            FieldType.String or FieldType.StringSeries => row.TextOrNull(5),
            _ => null,
        };
        return value is null ? new(SortKey.Missing, null, id) : new(RankOf(type), value, id);
    }
}
