namespace Neptune;

/// <summary>How the name of a property becomes the name of a field.</summary>
public enum NamingPolicy
{
    /// <summary>As the assembly says by <see cref="NeptuneNamingAttribute"/>; camel case if it says nothing.</summary>
    Default,

    /// <summary><c>batchSize</c></summary>
    CamelCase,

    /// <summary><c>batch_size</c></summary>
    SnakeCase,

    /// <summary><c>batch-size</c></summary>
    KebabCase,

    /// <summary><c>BatchSize</c></summary>
    Unchanged,
}
