using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neptune.Generators.Specs;

/// <summary>What the language version of the project lets generated code use.</summary>
internal sealed record LanguageFeatures(bool HasNullability, bool HasModuleInitializers, bool HasExtensionMembers)
{
    /// <summary>C# 14 has no name yet in the compiler that this is built against.</summary>
    private const int CSharp14 = 1400;

    public static LanguageFeatures Of(ParseOptions options)
    {
        var version = options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.CSharp7_3;
        return new(version >= LanguageVersion.CSharp8, version >= LanguageVersion.CSharp9, (int)version >= CSharp14);
    }
}
