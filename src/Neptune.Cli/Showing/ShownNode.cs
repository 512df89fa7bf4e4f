using System.Globalization;

namespace Neptune.Cli.Showing;

/// <summary>A line of the tree: a namespace with what is in it, or a field with its value.</summary>
internal sealed class ShownNode(string name, string? value = null)
{
    public string Name => name;

    public string? Value => value;

    public List<ShownNode> Children { get; } = [];

    /// <summary>How many fields there are, here and below.</summary>
    public int Fields => value is null ? Children.Sum(child => child.Fields) : 1;

    /// <summary>The namespace on one line.</summary>
    public ShownNode Closed() => new(name, string.Create(CultureInfo.InvariantCulture, $"{Fields:N0} field{(Fields == 1 ? "" : "s")}"));
}
