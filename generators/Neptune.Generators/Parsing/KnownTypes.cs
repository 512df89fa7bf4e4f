namespace Neptune.Generators.Parsing;

/// <summary>Names that the library and the generator share.</summary>
internal static class KnownTypes
{
    public const string NamespaceAttribute = $"{Root}.{NamespaceAttributeName}";
    public const string NamespaceAttributeName = "NeptuneNamespaceAttribute";
    public const string FieldAttribute = "NeptuneFieldAttribute";
    public const string IgnoreAttribute = "NeptuneIgnoreAttribute";
    public const string NamingAttribute = "NeptuneNamingAttribute";
    public const string Root = "Neptune";
    public const string Object = "Neptune.NeptuneObject";
}
