namespace Neptune.MSBuild.Constants;

/// <summary>A model as it is built into an assembly: under a name, as constants, and as an attribute.</summary>
/// <param name="Name">What the project calls it.</param>
/// <param name="Model">What is built in.</param>
internal sealed record ShippedConstant(string Name, ShippedModel Model)
{
    /// <summary>The names of the constants: a type cannot have a member of its own name.</summary>
    private static readonly string[] Members = ["VersionId", "Sha256", "Stage", "Path"];

    /// <summary>The name of the type with the constants: <c>INCOME</c> is <c>Income</c>, <c>FraudNext</c> stays.</summary>
    public string TypeName
    {
        get
        {
            var letters = string.Concat(Name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_'));
            var name = letters.Any(char.IsLower) ? letters : letters[..1] + letters[1..].ToLowerInvariant();
            if (!char.IsLetter(name[0]))
                name = "_" + name;
            return Members.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "Model" : name;
        }
    }

    public string Attribute => Model.ToJson();

    /// <summary>The constants with their values and what they are.</summary>
    public IEnumerable<(string Name, string Value, string Summary)> Constants =>
    [
        ("VersionId", Model.Version, "The id of the version; empty when the build did not register the file."),
        ("Sha256", Model.Sha256, "The SHA-256 of the file, 64 lower-case hex digits."),
        ("Stage", Model.Stage.ToString(), "The stage that the version was in when this was built."),
        ("Path", Model.Path, "Where the file is, from the program's folder; empty when it is not shipped along."),
    ];
}
