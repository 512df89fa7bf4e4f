using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Neptune.Benchmarks.Generator;

/// <summary>What every generator pays that looks for the attribute and does nothing with what it finds.</summary>
#pragma warning disable RS1036, RS1041, RS1042 // The floor is run by this program alone; no compiler loads it.
[Generator(LanguageNames.CSharp)]
internal sealed class FloorGenerator : IIncrementalGenerator
#pragma warning restore RS1036, RS1041, RS1042
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName("Neptune.NeptuneNamespaceAttribute", static (node, _) => node is TypeDeclarationSyntax, static (_, _) => 0);
        context.RegisterSourceOutput(found, static (_, _) => { });
    }
}
