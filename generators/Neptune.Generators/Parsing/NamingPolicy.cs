namespace Neptune.Generators.Parsing;

/// <summary>The values of <c>Neptune.NamingPolicy</c>.</summary>
internal enum NamingPolicy
{
    Default,
    CamelCase,
    SnakeCase,
    KebabCase,
    Unchanged,
}
