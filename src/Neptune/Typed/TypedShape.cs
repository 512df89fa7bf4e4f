using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Neptune.Typed;

/// <summary>What generated code knows of an annotated type: its fields, how to write its values and how to make one of what was read.</summary>
public abstract class TypedShape<T> : ITypedShape
{
    private static TypedShape<T>? registered;

    /// <summary>Describes a type in a namespace.</summary>
    /// <param name="path">The namespace; empty for elements of lists.</param>
    protected TypedShape(string path) => Path = path;

    /// <summary>The namespace.</summary>
    public string Path { get; }

    /// <summary>All fields, those of nested types too.</summary>
    public abstract IReadOnlyList<TypedField> Fields { get; }

    /// <summary>Hands over the values of all members.</summary>
    public abstract void Write(T value, TypedWriter writer);

    /// <summary>Makes a value of what is read; what is missing is as the type declares.</summary>
    public abstract T Read(TypedReader reader);

    /// <summary>Makes a value of what is read; what is missing is as in another value.</summary>
    public abstract T Read(TypedReader reader, T declared);

    /// <summary>The value as the type declares it; <see langword="false"/> when it needs values from outside.</summary>
    public abstract bool TryCreate([MaybeNullWhen(false)] out T value);

    /// <summary>Makes the type known to queries and to <see cref="NeptuneObject.Assign"/>. Generated code calls it when its assembly is loaded.</summary>
    public void Register()
    {
        registered = this;
        TypedShapes.Add(typeof(T), this);
    }

    /// <summary>The values of a configuration over those that the type declares. Keys are the names of properties or of fields, in any case, below the section of the namespace: <c>params:lr</c>.</summary>
    /// <exception cref="NeptuneOptionsException">A value is none of its type, or one without default is missing.</exception>
    public T Bind(IConfiguration configuration) => Read(TextSource.Of(configuration, Path));

    /// <summary>The values of a configuration over those of another value.</summary>
    /// <inheritdoc cref="Bind(IConfiguration)"/>
    public T Bind(IConfiguration configuration, T over) => Read(TextSource.Of(configuration, Path), over);

    /// <summary>The values of a command line over those that the type declares: <c>--params:lr 0.1</c> or <c>--params:lr=0.1</c>. Arguments that do not begin with the namespace are left to others.</summary>
    /// <exception cref="NeptuneOptionsException">An argument in the namespace names no field, has no value, or one of another type.</exception>
    public T ParseArgs(IReadOnlyList<string> args) => Read(TextSource.Of(args, Path, Fields));

    /// <summary>The values of a command line over those of another value.</summary>
    /// <inheritdoc cref="ParseArgs(IReadOnlyList{string})"/>
    public T ParseArgs(IReadOnlyList<string> args, T over) => Read(TextSource.Of(args, Path, Fields), over);

    /// <summary>Fields together with those of nested types.</summary>
    protected static IReadOnlyList<TypedField> Join(params IReadOnlyList<TypedField>[] fields) => [.. fields.SelectMany(some => some)];

    /// <summary>Why a type that has no constructor for its members cannot be read back.</summary>
    protected static Exception CannotBeMade() => new NeptuneUnsupportedValueException("", $"{typeof(T)} has no constructor without parameters and none that takes its members, so that none can be made of what was read. Read its fields one by one.");

    /// <exception cref="NeptuneOptionsException">The type is not known.</exception>
    internal static TypedShape<T> Registered => registered ?? throw new NeptuneOptionsException(
        $"{typeof(T)} has no [NeptuneNamespace], or its assembly was compiled without the generator that comes with the package Neptune (below C# 9, call Register() of its shape first).");

    internal IReadOnlyList<TypedLeaf> Leaves(T value) => TypedWriter.Of(this, value).Leaves;

    IEnumerable<(string Name, object? Value)> ITypedShape.Children(object value) =>
        Leaves((T)value).Select(leaf => (Path.Length == 0 ? leaf.Path : leaf.Path[(Path.Length + 1)..], leaf.Value));
}
