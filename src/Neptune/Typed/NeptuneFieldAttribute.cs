namespace Neptune;

/// <summary>Gives the field of a property its name, whatever the naming policy says.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class NeptuneFieldAttribute : Attribute
{
    /// <summary>Names the field.</summary>
    /// <param name="name">The name, such as <c>learning_rate</c>; parts parted by <c>/</c> make namespaces.</param>
    public NeptuneFieldAttribute(string name) => Name = name;

    /// <summary>The name of the field within its namespace.</summary>
    public string Name { get; }
}
