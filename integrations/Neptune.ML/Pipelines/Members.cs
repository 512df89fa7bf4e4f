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

    /// <summary>Another object with the same fields.</summary>
    public static T ShallowCopy<T>(T original)
        where T : class => (T)CopyMethod.Invoke(original, null)!;
}
