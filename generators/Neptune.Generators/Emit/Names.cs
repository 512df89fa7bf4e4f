using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>Names in generated code.</summary>
internal static class Names
{
    public const string Typed = "global::Neptune.Typed.";

    /// <summary>How the names of the classes end that hold accessors.</summary>
    public const string Extensions = "NeptuneExtensions";

    private static readonly HashSet<string> OfBase =
    [
        "Owner", "Path", "Assign", "Fetch", "FetchAsync", "Exists", "Delete", "CopyTo", "FloatSeries", "StringSeries", "FileSeries", "StringSet",
        "FileSet", "Artifact", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone",
    ];

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? $"@{name}" : name;

    /// <summary>What a member needs to say when the base of accessors has one of its name.</summary>
    public static string Hiding(string name) => OfBase.Contains(name) ? "new " : "";

    public static string Accessor(TypeSpec type) => $"{type.GeneratedName}Fields";

    public static string Accessor(GroupSpec group) => $"{group.Name}Fields";

    public static string Shape(GroupSpec group) => $"{group.Name}Shape";

    /// <summary>The definition of a member in its shape.</summary>
    public static string Definition(MemberSpec member) => $"{member.Name}Field";

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The type of a member in the language of the project.</summary>
    public static string TypeOf(MemberSpec member, LanguageFeatures features) => features.HasNullability ? member.TypeName : member.PlainTypeName;

    /// <summary>A path inside a documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
