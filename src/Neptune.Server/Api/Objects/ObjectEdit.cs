using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>What to change of an object; what is absent stays.</summary>
internal sealed record ObjectEdit : IJsonOnDeserialized
{
    /// <summary>The new name; not of projects.</summary>
    public string? Name { get; init; }

    /// <summary>The new description; not of projects.</summary>
    public string? Description { get; init; }

    /// <summary>Tags to add.</summary>
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>Tags to remove.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    /// <summary>Of a model version: none, staging, production or archived.</summary>
    public string? Stage { get; init; }

    /// <summary>Why the stage changes; goes into its history.</summary>
    public string? Comment { get; init; }

    void IJsonOnDeserialized.OnDeserialized()
    {
        Body.RequireNoNulls(AddTags, "addTags");
        Body.RequireNoNulls(RemoveTags, "removeTags");
    }
}
