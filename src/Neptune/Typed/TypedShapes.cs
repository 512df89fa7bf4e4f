using System.Collections.Concurrent;

namespace Neptune.Typed;

/// <summary>The annotated types of all assemblies that are loaded.</summary>
internal static class TypedShapes
{
    private static readonly ConcurrentDictionary<Type, ITypedShape> Known = [];

    public static void Add(Type type, ITypedShape shape) => Known[type] = shape;

    public static ITypedShape? Find(Type type) => Known.GetValueOrDefault(type);
}
