namespace Neptune.Cli.Summaries;

/// <summary>What the path of a metric says: <c>train/loss</c>, <c>folds/0/val/loss</c> and <c>val_loss</c> are the loss of some part of the data.</summary>
/// <param name="Namespace">The namespace without the part of the data, by which curves that belong together are found.</param>
/// <param name="Split">The part of the data, if the path names one.</param>
/// <param name="Name">The metric.</param>
internal sealed record MetricPath(string Namespace, DataSplit Split, string Name)
{
    private static readonly Dictionary<string, DataSplit> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["test"] = DataSplit.Test,
        ["testing"] = DataSplit.Test,
        ["holdout"] = DataSplit.Test,
        ["validation"] = DataSplit.Validation,
        ["valid"] = DataSplit.Validation,
        ["val"] = DataSplit.Validation,
        ["dev"] = DataSplit.Validation,
        ["train"] = DataSplit.Train,
        ["training"] = DataSplit.Train,
    };

    public static MetricPath Parse(string path)
    {
        List<string> parts = [.. path.Split('/')];
        var name = parts[^1];
        parts.RemoveAt(parts.Count - 1);
        var split = DataSplit.None;
        if (parts.FindIndex(Words.ContainsKey) is >= 0 and var at)
        {
            split = Words[parts[at]];
            parts.RemoveAt(at);
        }
        else if (Words.TryGetValue(name, out var only) && parts.Count > 0)
        {
            // As TensorBoard has it: loss/train beside loss/validation.
            (split, name) = (only, parts[^1]);
            parts.RemoveAt(parts.Count - 1);
        }
        else if (name.IndexOf('_') is > 0 and var cut && Words.TryGetValue(name[..cut], out var prefix) && cut + 1 < name.Length)
        {
            (split, name) = (prefix, name[(cut + 1)..]);
        }
        return new(string.Join('/', parts), split, name);
    }
}
