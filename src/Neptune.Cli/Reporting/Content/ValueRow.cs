namespace Neptune.Cli.Reporting.Content;

/// <summary>A field with what each object has there.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Texts">The value of each object; <c>null</c> where there is none.</param>
internal sealed record ValueRow(string Path, IReadOnlyList<string?> Texts)
{
    /// <summary>The objects that have the best value, if the name of the field tells what that is and not all have it.</summary>
    public IReadOnlyList<int> Best { get; init; } = [];

    /// <summary>Whether all objects that have the field have its default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>How many namespaces it is below the root.</summary>
    public int Depth => Path.Count(c => c == '/');

    public bool Differs => Texts.Distinct().Skip(1).Any();
}
