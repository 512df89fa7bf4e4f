using System.Globalization;
using System.Reflection;

namespace Neptune.ML.Pipelines;

/// <summary>Reads members of ML.NET's types that are not public. Whoever uses it has a way to go on when a member is missing.</summary>
internal static class Members
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo CopyMethod = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>All instance fields, those of the base types last.</summary>
    public static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(Declared))
                yield return field;
        }
    }

    /// <summary>The field of a name, searched up the base types; null when there is none.</summary>
    public static FieldInfo? Field(Type type, string name) => Fields(type).FirstOrDefault(field => field.Name == name);

    /// <summary>What the instance fields of a type hold.</summary>
    public static IEnumerable<T> Held<T>(object holder)
        where T : class => Fields(holder.GetType()).Where(field => typeof(T).IsAssignableFrom(field.FieldType)).Select(field => field.GetValue(holder)).OfType<T>();

    /// <summary>The values of all instance fields, under the names that their properties have or would have.</summary>
    public static IEnumerable<Member> FieldValues(object holder) => Fields(holder.GetType())
        .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
        .Select(field => new Member(PlainName(field.Name), field.FieldType, field.GetValue(holder)))
        .DistinctBy(member => member.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of all public instance fields and of the public properties that are simple to read.</summary>
    public static IReadOnlyList<Member> PublicValues(object holder) =>
    [
        .. holder.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public).Select(field => new Member(field.Name, field.FieldType, field.GetValue(holder))),
        .. holder.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !IsFactory(property.PropertyType))
            .Select(property => new Member(property.Name, property.PropertyType, property.GetValue(holder))),
    ];

    /// <summary>The value of a property, whatever its visibility; null when there is none. Of several with the name it is the one declared last.</summary>
    public static object? Read(object holder, string property)
    {
        for (var at = holder.GetType(); at is not null; at = at.BaseType)
        {
            if (at.GetProperty(property, Declared) is { } found)
                return found.GetValue(holder);
        }
        return Field(holder.GetType(), property)?.GetValue(holder);
    }

    /// <summary>The value of a property that is a number; null when it is not, or there is none.</summary>
    public static double? ReadNumber(object holder, string property) => Read(holder, property) is IConvertible number and not string ? number.ToDouble(CultureInfo.InvariantCulture) : null;

    /// <exception cref="MissingMemberException">There is no such property, or it holds nothing.</exception>
    public static object Require(object holder, string property) => Read(holder, property) ?? throw new MissingMemberException(holder.GetType().FullName, property);

    /// <summary>Another object with the same fields.</summary>
    public static T ShallowCopy<T>(T original)
        where T : class => (T)CopyMethod.Invoke(original, null)!;

    /// <summary>Options keep a factory beside each object that the command line can make; it says nothing that the object does not.</summary>
    private static bool IsFactory(Type type) => type.Name.StartsWith("IComponentFactory", StringComparison.Ordinal);

    /// <summary><c>_rank</c> is <c>rank</c>, <c>&lt;Rank&gt;k__BackingField</c> is <c>Rank</c>.</summary>
    private static string PlainName(string field) => field.StartsWith('<') && field.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? field[1..end] : field.TrimStart('_');
}
