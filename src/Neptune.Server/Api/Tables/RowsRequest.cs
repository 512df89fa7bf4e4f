using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>Rows by the numbers of their objects.</summary>
/// <param name="Keys">At most 1,000, as <c>order</c> gives them.</param>
/// <param name="Columns">The paths of the fields to read; absent for all.</param>
internal sealed record RowsRequest(IReadOnlyList<long> Keys, IReadOnlyList<string>? Columns = null) : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized() => Body.RequireNoNulls(Columns, "columns");
}
