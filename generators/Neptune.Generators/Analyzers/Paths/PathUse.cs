using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Parsing;

namespace Neptune.Generators.Analyzers.Paths;

/// <summary>A constant path on an object: <c>run["params/lr"]</c>, <c>run["params"]["lr"]</c>, <c>run.GetFloatSeries("train/loss")</c>.</summary>
internal sealed class PathUse
{
    private PathUse(string path, IOperation owner, SyntaxNode syntax, ExpressionSyntax? argument)
    {
        Path = Naming.Path(path);
        Owner = owner;
        Syntax = syntax;
        Argument = argument;
    }

    /// <summary>The path, without empty parts.</summary>
    public string Path { get; }

    /// <summary>The object.</summary>
    public IOperation Owner { get; }

    /// <summary>The whole expression, from the object to the path.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The path in the code, when it is in one place.</summary>
    public ExpressionSyntax? Argument { get; }

    public Location Location => (Argument ?? Syntax).GetLocation();

    /// <returns><c>null</c> for what is no path, not a constant, or only the beginning of one.</returns>
    public static PathUse? Of(IOperation? operation, KnownSymbols known) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer when !IsContinued(indexer, known) => OfIndexer(indexer, known),
        IInvocationOperation { Instance: { } owner } call when known.IsNeptuneObject(call.TargetMethod.ContainingType) => OfCall(call, owner),
        _ => null,
    };

    private static PathUse? OfIndexer(IPropertyReferenceOperation indexer, KnownSymbols known)
    {
        if (indexer is not { Arguments: [{ Value: { ConstantValue: { HasValue: true, Value: string path } } argument }], Instance: { } instance })
            return null;
        if (known.IsNeptuneObject(indexer.Property.ContainingType))
            return new(path, instance, indexer.Syntax, argument.Syntax as ExpressionSyntax);
        return known.IsField(indexer.Property.ContainingType) && instance.Bare() is IPropertyReferenceOperation { Property.IsIndexer: true } parent && OfIndexer(parent, known) is { } above
            ? new($"{above.Path}/{path}", above.Owner, indexer.Syntax, null)
            : null;
    }

    private static PathUse? OfCall(IInvocationOperation call, IOperation owner)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter.Name: "path", ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue: { HasValue: true, Value: string path } })
                return new(path, owner, call.Syntax, argument.Value.Syntax as ExpressionSyntax);
        }
        return null;
    }

    private static bool IsContinued(IPropertyReferenceOperation indexer, KnownSymbols known) =>
        indexer.User(out var through) is IPropertyReferenceOperation { Property.IsIndexer: true } child && child.Instance == through && known.IsField(child.Property.ContainingType);
}
