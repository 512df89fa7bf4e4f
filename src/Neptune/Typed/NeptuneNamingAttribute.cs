namespace Neptune;

/// <summary>How names of properties become names of fields in all typed namespaces of an assembly: <c>[assembly: NeptuneNaming(NamingPolicy.SnakeCase)]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NeptuneNamingAttribute : Attribute
{
    /// <summary>Sets the policy of the assembly.</summary>
    public NeptuneNamingAttribute(NamingPolicy policy) => Policy = policy;

    /// <summary>The policy.</summary>
    public NamingPolicy Policy { get; }
}
