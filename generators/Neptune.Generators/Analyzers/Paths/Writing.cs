using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Neptune.Generators.Analyzers.Declared;

namespace Neptune.Generators.Analyzers.Paths;

/// <summary>A write to a constant path: an assignment, or a call that makes a field of some type.</summary>
internal sealed class Writing
{
    private Writing(PathUse path, FieldKind kind, Location location, bool isNullText)
    {
        Path = path;
        Kind = kind;
        Location = location;
        IsNullText = isNullText;
    }

    public PathUse Path { get; }

    /// <summary>What is written.</summary>
    public FieldKind Kind { get; }

    /// <summary>The value, or the call.</summary>
    public Location Location { get; }

    /// <summary>Whether the value is the text that stands for null.</summary>
    public bool IsNullText { get; }

    public static Writing? Of(IOperation operation, KnownSymbols known) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when PathUse.Of(target, known) is { } path => OfValue(path, assignment.Value, known),
        IInvocationOperation { Instance: { } instance } call when known.IsField(call.TargetMethod.ContainingType) && PathUse.Of(instance.Bare(), known) is { } path => OfCall(path, call, known),
        IInvocationOperation { TargetMethod.Name: "Assign" } call when PathUse.Of(call, known) is { } path && Value(call) is { } value => OfValue(path, value, known),
        IInvocationOperation { TargetMethod.Name: "GetFloatSeries" } call when PathUse.Of(call, known) is { } path => new(path, FieldKind.FloatSeries, path.Location, isNullText: false),
        _ => null,
    };

    private static Writing? OfCall(PathUse path, IInvocationOperation call, KnownSymbols known)
    {
        var kind = call.TargetMethod.Name switch
        {
            "Append" or "Extend" => Value(call) is { } value ? SeriesOf(value.Type) : FieldKind.Unknown,
            "Add" => FieldKind.StringSet,
            "Upload" or "UploadAsync" => FieldKind.File,
            "UploadFiles" or "UploadFilesAsync" => FieldKind.FileSet,
            "TrackFiles" or "TrackFilesAsync" => FieldKind.Artifact,
            _ => FieldKind.Unknown,
        };
        if (call.TargetMethod.Name == "Assign")
            return Value(call) is { } assigned ? OfValue(path, assigned, known) : null;
        return kind == FieldKind.Unknown ? null : new(path, kind, call.Syntax.GetLocation(), isNullText: false);
    }

    private static IOperation? Value(IInvocationOperation call) => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "value" or "values")?.Value;

    private static Writing? OfValue(PathUse path, IOperation value, KnownSymbols known)
    {
        var type = Stored(value);
        return type is null || known.IsField(type) ? null : new(path, FieldKinds.Of(type), value.Syntax.GetLocation(), value.Bare() is { ConstantValue: { HasValue: true, Value: null or "null" } });
    }

    /// <summary>The type of a value as the library sees it: what the conversion to a field takes, what is boxed, or what the overload takes.</summary>
    private static ITypeSymbol? Stored(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod.Parameters: [var parameter] } => parameter.Type,
        IConversionOperation { Type.SpecialType: SpecialType.System_Object } boxing => boxing.Operand.Type,
        _ => value.Type,
    };

    private static FieldKind SeriesOf(ITypeSymbol? type)
    {
        var point = type is INamedTypeSymbol { TypeArguments: [var item] } ? item : type;
        return FieldKinds.Of(point) switch
        {
            FieldKind.Int or FieldKind.Float => FieldKind.FloatSeries,
            FieldKind.String => FieldKind.StringSeries,
            FieldKind.File => FieldKind.FileSeries,
            _ => FieldKind.Unknown,
        };
    }
}
