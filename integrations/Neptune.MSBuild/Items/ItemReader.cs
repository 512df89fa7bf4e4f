using System.Globalization;
using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Items;

/// <summary>Reads an item and says where it stands in the project when something is wrong with it.</summary>
internal sealed class ItemReader(ITaskItem item, string type)
{
    private static readonly string[] Secrets = ["ApiToken", "Token"];

    public string Include => item.ItemSpec;

    public string FullPath => item.GetMetadata("FullPath");

    public string? Text(string name) => item.GetMetadata(name) is { Length: > 0 } text ? text : null;

    /// <exception cref="BuildProblemException">The item does not have it.</exception>
    public string Required(string name, string example) =>
        Text(name) ?? throw Problem(Codes.BadItem, $"{type} {Include} has no {name}. Add {name}=\"{example}\".");

    /// <exception cref="BuildProblemException">It is no key.</exception>
    public string Key(string key) =>
        Keys.IsValid(key) ? key : throw Problem(Codes.BadItem, $"\"{key}\" of {type} {Include} is not the key of a model. Use 1 to {Keys.MaxLength} upper-case letters and digits, starting with a letter, such as \"INCOME\".");

    /// <exception cref="BuildProblemException">It is no stage.</exception>
    public ModelStage? Stage(string name) => Text(name) is not { } text ? null
        : Enum.GetValues<ModelStage>().Where(stage => string.Equals(stage.ToString(), text, StringComparison.OrdinalIgnoreCase)).Cast<ModelStage?>().FirstOrDefault()
        ?? throw Problem(Codes.BadItem, $"\"{text}\" of {type} {Include} is not a stage. Use one of {string.Join(", ", Enum.GetNames<ModelStage>())}.");

    /// <exception cref="BuildProblemException">It is no number from 1.</exception>
    public int? Version(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Problem(Codes.BadItem, $"\"{text}\" of {type} {Include} is not the number of a version, such as 3.");

    /// <exception cref="BuildProblemException">It is no number.</exception>
    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw Problem(Codes.BadItem, $"\"{text}\" of {type} {Include} is not a number, such as -0.005.");

    /// <exception cref="BuildProblemException">Somebody has written a secret into the project.</exception>
    public void RefuseSecrets()
    {
        if (Array.Find(Secrets, name => Text(name) is not null) is { } secret)
            throw Problem(Codes.TokenInProject, $"{type} {Include} has {secret}: a token does not belong into a project file. Remove it, revoke the token, and set the environment variable NEPTUNE_API_TOKEN.");
    }

    public BuildProblemException Problem(string code, string message, Exception? cause = null) => new(code, message, ItemPosition.Of(item, type), cause);
}
