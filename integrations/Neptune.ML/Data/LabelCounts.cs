namespace Neptune.ML.Data;

/// <summary>How often each label occurs. Numbers of more values than a classification has are no classes: then nothing is counted.</summary>
internal sealed class LabelCounts(bool isNumber)
{
    private const int MostClasses = 1000;
    private const int MostNumbers = 20;

    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private bool tooMany;

    /// <summary>The labels and their counts, the most frequent first; empty when there are too many.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Classes => tooMany ? [] : [.. counts.OrderByDescending(label => label.Value).ThenBy(label => label.Key, StringComparer.Ordinal)];

    public void Add(string label)
    {
        if (tooMany)
            return;
        counts[label] = counts.GetValueOrDefault(label) + 1;
        tooMany = counts.Count > (isNumber ? MostNumbers : MostClasses);
    }
}
