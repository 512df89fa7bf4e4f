using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>Which objects a table has, and in which order.</summary>
/// <param name="Kind">run, model, modelVersion or project.</param>
/// <param name="Query">NQL; absent or empty for all.</param>
/// <param name="Model">Only the versions of this model, by its id.</param>
/// <param name="SortBy">The path to sort by; sys/creation_time when absent.</param>
/// <param name="Ascending">Smallest first.</param>
/// <param name="Trashed">What is in the trash instead.</param>
/// <param name="Columns">The paths of the fields to read; absent for all.</param>
/// <param name="Limit">Rows of a page, 1 to 1,000.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
internal sealed record TableRequest(
    string Kind = "run",
    string? Query = null,
    string? Model = null,
    string? SortBy = null,
    bool Ascending = false,
    bool Trashed = false,
    IReadOnlyList<string>? Columns = null,
    int Limit = SearchRequest.DefaultLimit,
    string? Cursor = null) : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized() => Body.RequireNoNulls(Columns, "columns");
}
