using System.Text;

namespace Neptune.ML.Training;

/// <summary>Turns what ML.NET and LightGBM call a metric into the name that the field has for it.</summary>
internal static class MetricNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["l1"] = "mae",
        ["l2"] = "mse",
        ["binary_logloss"] = "loss",
        ["multi_logloss"] = "loss",
        ["binary_error"] = "error_rate",
        ["multi_error"] = "error_rate",
        ["# of Examples with Reassigned Cluster"] = "reassigned",
        ["# of Examples with Same Cluster"] = "unchanged",
        ["Globally Filtered"] = "filtered",
        ["Sparsity (L1)"] = "l1_sparsity",
    };

    public static string Of(string name) => Known.TryGetValue(name, out var known) ? known : Snake(name);

    /// <summary><c>Duality Gap</c> and <c>DualityGap</c> are <c>duality_gap</c>; <c>ndcg@3</c> stays.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var isWord = char.IsLetterOrDigit(name[i]) || name[i] == '@';
            var isBorder = !isWord || (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]));
            if (isBorder && text.Length > 0 && text[^1] != '_')
                text.Append('_');
            if (isWord)
                text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString().Trim('_');
    }
}
