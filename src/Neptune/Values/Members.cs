using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Dynamic;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Neptune.Values;

/// <summary>
/// The public properties and fields of an object, as the generator for annotated types sees them. Only of types whose members show all
/// that they are: a type of the framework keeps that to itself (a <c>Lazy</c> has <c>IsValueCreated</c>), and is a value, a list or refused.
/// </summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, (string Name, MemberInfo Member)[]> Known = [];

    /// <summary>Types of the framework that one derives from without having more.</summary>
    private static readonly Type[] Bases = [typeof(object), typeof(ValueType), typeof(EventArgs), typeof(Attribute), typeof(MarshalByRefObject)];

    /// <exception cref="NeptuneUnsupportedValueException">The object has none, or more than they show, or one that fails.</exception>
    public static IEnumerable<(string Name, object? Value)> Of(string path, object value)
    {
        RequireReflection(path, value);
        var members = Known.GetOrAdd(value.GetType(), Find);
        return members.Length > 0
            ? members.Select(member => (member.Name, Read(path, value, member.Member)))
            : throw Unsupported(path, value);
    }

    /// <summary>A property of a type that is known and not referenced, or known and generic.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As for all members: without a run-time compiler it is not reached.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    public static object? Read(string path, object value, string property, Type? declaring = null)
    {
        RequireReflection(path, value);
        return (declaring ?? value.GetType()).GetProperty(property) is { } member ? Read(path, value, member) : throw Unsupported(path, value);
    }

    /// <summary>What a method of such a type returns.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    public static object Call(string path, object value, string method)
    {
        RequireReflection(path, value);
        return value.GetType().GetMethod(method, [])!.Invoke(value, null)!;
    }

    public static NeptuneUnsupportedValueException Unsupported(string path, object value) =>
        new(path, $"\"{path}\": a {value.GetType()} is no value for a field. Assign a number, a text, a date, a NeptuneFile, a list, a dictionary, or an object of your own with public members.");

    /// <summary>Where the compiler ahead of time may have removed members that only this reads, some would be missing without anybody knowing: it is an error there.</summary>
    private static void RequireReflection(string path, object value)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": a {value.GetType()} cannot be read member by member in a program that was compiled ahead of time. Assign a dictionary.");
    }

    private static object? Read(string path, object value, MemberInfo member)
    {
        try
        {
            return member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);
        }
        catch (Exception e) when (e is TargetInvocationException or NotSupportedException)
        {
            var cause = e.InnerException ?? e;
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": reading {member.Name} of a {value.GetType()} failed: {Sentence.Of(cause.Message)} Mark it with [NeptuneIgnore], or assign a dictionary.", cause);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The public Assign of objects warns of trimming, and without a run-time compiler its only caller throws.")]
    private static (string, MemberInfo)[] Find(Type type)
    {
        // A buffer of fixed size shows its first element, a dynamic object what it has besides.
        if (!Ancestry(type).All(at => Bases.Contains(at) || !IsOfFramework(at)) || type.IsDefined(typeof(UnsafeValueTypeAttribute)) || type.IsAssignableTo(typeof(IDynamicMetaObjectProvider)))
            return [];
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance;
        return
        [
            .. from member in type.GetProperties(Declared).Where(IsRead).Concat<MemberInfo>(type.GetFields(Declared).Where(IsData))
               where !IsOfFramework(member.DeclaringType!)
               // What a derived type overrides or hides is its own.
               group member by member.Name into named
               let member = named.MaxBy(member => Ancestry(member.DeclaringType!).Count())
               where !member.IsDefined(typeof(NeptuneIgnoreAttribute))
               select (NameOf(member), member),
        ];
    }

    private static bool IsRead(PropertyInfo property) => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0;

    /// <summary>Not those that the compiler made for itself.</summary>
    private static bool IsData(FieldInfo field) => field.Name[0] != '<';

    /// <summary>The name that <see cref="NeptuneFieldAttribute"/> gives, on the member or on the parameter of a record that it comes from.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    private static string NameOf(MemberInfo member)
    {
        var constructors = member.DeclaringType!.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        var parameter = constructors.SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(parameter => parameter.Name == member.Name);
        return (member.GetCustomAttribute<NeptuneFieldAttribute>() ?? parameter?.GetCustomAttribute<NeptuneFieldAttribute>())?.Name ?? member.Name;
    }

    private static IEnumerable<Type> Ancestry(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private static bool IsOfFramework(Type type) => type.Namespace is { } ns
        && (ns == "System" || ns.StartsWith("System.", StringComparison.Ordinal) || ns.StartsWith("Microsoft.Win32", StringComparison.Ordinal) || ns.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal));
}
