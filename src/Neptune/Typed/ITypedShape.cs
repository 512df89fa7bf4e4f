namespace Neptune.Typed;

/// <summary>A shape for those who do not know the type.</summary>
internal interface ITypedShape
{
    /// <summary>All fields, those of nested types too.</summary>
    IReadOnlyList<TypedField> Fields { get; }

    /// <summary>The values of an object, by their paths below its namespace.</summary>
    IEnumerable<(string Name, object? Value)> Children(object value);
}
