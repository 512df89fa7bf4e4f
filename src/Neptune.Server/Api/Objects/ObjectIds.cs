using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>Objects of a project.</summary>
/// <param name="Ids">Their ids, such as CLS-12.</param>
internal sealed record ObjectIds(IReadOnlyList<string> Ids) : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized() => Body.RequireNoNulls(Ids, "ids");
}
