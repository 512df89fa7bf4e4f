using Neptune.Cli.Stores;

namespace Neptune.Cli.Comparing;

/// <summary>The fields in which objects differ.</summary>
/// <param name="Ids">The ids of the objects, each once.</param>
/// <param name="Fields">The fields by path, with a value for each object.</param>
internal sealed record Comparison(IReadOnlyList<string> Ids, IReadOnlyList<ComparedField> Fields)
{
    /// <summary>What differs between any two objects says nothing about them.</summary>
    private static readonly string[] LeftOut = [SysFields.Namespace, "monitoring"];

    /// <param name="store">The store.</param>
    /// <param name="records">The objects.</param>
    /// <param name="path">The namespace to compare; everything of interest when it is not given.</param>
    /// <exception cref="NeptuneNotFoundException">None of the objects has anything there.</exception>
    public static Comparison Of(Store store, IEnumerable<ObjectRecord> records, string? path)
    {
        ObjectRecord[] objects = [.. records.DistinctBy(record => record.Uid)];
        var fields = objects.Select(record => FieldsOf(store, record, path)).ToList();
        if (path is { Length: > 0 } && fields.TrueForAll(own => own.Count == 0))
            throw store.MissingPath(objects[0], FieldPath.NormalizeNamespace(path));
        var differing =
            from at in fields.SelectMany(own => own.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            let values = fields.Select((own, i) => own.TryGetValue(at, out var field) ? ComparedValue.Of(store, objects[i], field) : null).ToList()
            where values.DistinctBy(value => value?.Key).Skip(1).Any()
            select ComparedField.Of(at, values);
        return new([.. objects.Select(record => record.SysId)], [.. differing]);
    }

    private static Dictionary<string, StoredField> FieldsOf(Store store, ObjectRecord record, string? path) => store.ReadFields(record.Uid, FieldPath.NormalizeNamespace(path ?? ""))
        .Where(field => path is { Length: > 0 } || !LeftOut.Any(ns => FieldPath.IsWithin(field.Path, ns)))
        .ToDictionary(field => field.Path, StringComparer.Ordinal);
}
