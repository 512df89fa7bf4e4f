using System.Globalization;

namespace Neptune.Registry;

/// <summary>Which version of a model is wanted: a certain one, the newest in a stage, or a certain one that is in a stage.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="Version">The version's number.</param>
/// <param name="Stage">The stage.</param>
internal sealed record ModelRequest(string Key, int? Version, ModelStage? Stage)
{
    private const string Separator = ", ";

    /// <summary>What is wanted as a lock file says it: <c>3</c>, <c>Production</c>, or <c>3, Production</c>.</summary>
    public string Text => string.Join(Separator, new[] { Version?.ToString(CultureInfo.InvariantCulture), Stage?.ToString() }.Where(part => part is not null));

    /// <exception cref="NeptuneCorruptDataException">The text is none that <see cref="Text"/> gives.</exception>
    public static ModelRequest Parse(string key, string text) => TryParse(key, text, out var request)
        ? request
        : throw new NeptuneCorruptDataException($"\"{text}\" asks for no version of {key}; a number and a stage, such as \"3\", \"Production\" or \"3, Production\", do.");

    /// <summary>Whether the text is one that <see cref="Text"/> gives.</summary>
    public static bool TryParse(string key, string text, out ModelRequest request)
    {
        request = new(key, null, null);
        foreach (var part in text.Split(Separator))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
                request = request with { Version = version };
            else if (Enum.GetNames<ModelStage>().Contains(part))
                request = request with { Stage = Enum.Parse<ModelStage>(part) };
        }
        return request.Text == text && text.Length > 0;
    }
}
