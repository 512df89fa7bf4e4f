namespace Neptune;

/// <summary>
/// Makes a class, record or struct a typed namespace: its public properties become fields below <see cref="Path"/>, with an accessor on
/// every Neptune object. <c>TrainParams</c> in the namespace <c>params</c> is <c>run.Params</c>, its property <c>Lr</c> is <c>run.Params.Lr</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NeptuneNamespaceAttribute : Attribute
{
    /// <summary>The namespace is the name of the type without <c>Params</c>, <c>Parameters</c>, <c>Metrics</c> or <c>Options</c>, in camel case: <c>train</c> for <c>TrainMetrics</c>.</summary>
    public NeptuneNamespaceAttribute()
    {
    }

    /// <summary>The namespace is a path.</summary>
    /// <param name="path">Parts parted by <c>/</c>, such as <c>params</c> or <c>train/params</c>.</param>
    public NeptuneNamespaceAttribute(string path) => Path = path;

    /// <summary>The path of the namespace; <see langword="null"/> when it follows from the type's name.</summary>
    public string? Path { get; }

    /// <summary>The name of the accessor on Neptune objects. Default: the parts of the path in Pascal case, <c>TrainParams</c> for <c>train/params</c>.</summary>
    public string? Accessor { get; set; }

    /// <summary>How names of properties become names of fields, here and in classes nested below. Default: the assembly's <see cref="NeptuneNamingAttribute"/>, else camel case.</summary>
    public NamingPolicy Naming { get; set; }
}
