using Neptune.Cli.Output;

namespace Neptune.Cli.Comparing;

/// <summary>A field that not all objects have alike.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Texts">What each object has; <c>null</c> where there is no such field. Different values have different texts.</param>
internal sealed record ComparedField(string Path, IReadOnlyList<string?> Texts)
{
    public static ComparedField Of(string path, IReadOnlyList<ComparedValue?> values)
    {
        var different = values.OfType<ComparedValue>().DistinctBy(value => value.Key).ToList();
        var isEnough = different.DistinctBy(value => OneLine.Of(value.Text)).Count() == different.Count;
        return new(path, [.. values.Select(value => isEnough ? value?.Text : value?.Exact)]);
    }
}
