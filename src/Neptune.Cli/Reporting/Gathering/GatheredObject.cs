using Neptune.Cli.Summaries;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>An object with its fields, read once.</summary>
/// <param name="Store">The store.</param>
/// <param name="Record">The object.</param>
/// <param name="Place">Its place in the report.</param>
/// <param name="Fields">All its fields, by path.</param>
/// <param name="Defaults">The paths of the parameters that have their default.</param>
internal sealed record GatheredObject(Store Store, ObjectRecord Record, int Place, IReadOnlyList<StoredField> Fields, IReadOnlySet<string> Defaults)
{
    public static GatheredObject Read(Store store, ObjectRecord record, int place)
    {
        var fields = store.ReadFields(record.Uid);
        return new(store, record, place, fields, Parameters.Defaults(store, record, fields));
    }
}
