using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Neptune.Generators.Emit;
using Neptune.Generators.Specs;
using Neptune.Generators.Parsing;

namespace Neptune.Generators;

/// <summary>Gives every type with <c>[NeptuneNamespace]</c> its accessor on Neptune objects. It says nothing of what it leaves out: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NamespaceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var namespaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.NamespaceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, _) => found.TargetSymbol is INamedTypeSymbol type ? NamespaceParser.Parse(type, AnnotatedType.Of(type, found.Attributes[0])) : null)
            .Where(static spec => spec is not null)
            .WithTrackingName(TrackingNames.Namespaces);
        var features = context.ParseOptionsProvider
            .Select(static (options, _) => LanguageFeatures.Of(options))
            .WithTrackingName(TrackingNames.Features);
        var outputs = namespaces.Combine(features).WithTrackingName(TrackingNames.Outputs);

        context.RegisterSourceOutput(outputs, static (output, source) => output.AddSource(SourceFile.NameOf(source.Left!), SourceFile.Of(source.Left!, source.Right)));
    }
}
