using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Paths;

namespace Neptune.Generators.Analyzers.Lifetime;

/// <summary>The calls that end an object, and what may be asked of one that has ended.</summary>
internal static class Ending
{
    private static readonly HashSet<string> Ends = ["Stop", "StopAsync", "Dispose", "DisposeAsync"];

    /// <summary>Methods that answer from memory.</summary>
    private static readonly HashSet<string> Harmless = ["Exists", "GetStructure", "PrintStructure", "ToString", "Equals", "GetHashCode", "GetType"];

    /// <summary>What a field tells without its object.</summary>
    private static readonly HashSet<string> Facts = ["Path", "Type", "Owner"];

    public static bool IsEnd(ISymbol member) => member is IMethodSymbol && Ends.Contains(member.Name);

    /// <summary>The object that a call ends.</summary>
    public static IOperation? EndedBy(IOperation operation) =>
        operation is IInvocationOperation { Instance: { } instance } call && IsEnd(call.TargetMethod) ? instance.Bare() : null;

    /// <summary>The object whose store a member access needs, so that it throws once the object has ended.</summary>
    public static IOperation? NeededBy(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call when !IsEnd(call.TargetMethod) && !Harmless.Contains(call.TargetMethod.Name) => instance.Bare(),
        IInvocationOperation { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: var receiver }, ..] } call
            when Declared.Accessors.Holds(call.TargetMethod.ContainingType) && !IsFact(operation) => receiver.Bare(),
        IPropertyReferenceOperation { Instance: { } instance } property
            when (property.Property.IsIndexer || Declared.Accessors.Holds(property.Property.ContainingType)) && !IsFact(operation) => instance.Bare(),
        _ => null,
    };

    /// <summary>Whether only the path or the type of a field is asked for: <c>run.Params.Lr.Path</c>.</summary>
    private static bool IsFact(IOperation access)
    {
        var at = access;
        while (at.User(out var through) is IPropertyReferenceOperation property && property.Instance == through)
            at = property;
        return at != access && Facts.Contains(((IPropertyReferenceOperation)at).Property.Name);
    }
}
