using System.Text.Json.Serialization;

namespace Neptune.Server.Api;

/// <summary>Series to draw.</summary>
/// <param name="Series">At most 2,000.</param>
/// <param name="Buckets">Into how many buckets each is parted at most, 1 to 10,000.</param>
/// <param name="FromStep">The first step; absent for the beginning.</param>
/// <param name="ToStep">The last step, included; absent for the end.</param>
internal sealed record BucketRequest(IReadOnlyList<SeriesName> Series, int Buckets = 500, double? FromStep = null, double? ToStep = null) : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized() => Body.RequireNoNulls(Series, "series");
}

/// <summary>A series of an object.</summary>
/// <param name="Id">The object, such as CLS-12.</param>
/// <param name="Path">The path of the series.</param>
internal sealed record SeriesName(string Id, string Path);
