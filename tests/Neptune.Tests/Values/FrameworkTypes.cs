using System.Reflection;

namespace Neptune.Tests.Values;

/// <summary>The public types of the framework that this program runs on, and values of them.</summary>
internal static class FrameworkTypes
{
    private static readonly Type[] Arguments = [typeof(int), typeof(string), typeof(double)];

    /// <summary>A default value of every struct, and an object of every class that is made without arguments.</summary>
    public static IEnumerable<object> Values => Types.Select(Create).OfType<object>();

    private static IEnumerable<Type> Types => Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
        .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("Microsoft.", StringComparison.Ordinal))
        .Select(file => Load(file)).OfType<Assembly>()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Distinct()
        .Where(type => !type.IsAbstract && !type.IsByRefLike && (type.IsValueType || type.GetConstructor(Type.EmptyTypes) is not null))
        .Select(Close).OfType<Type>();

    private static Assembly? Load(string file)
    {
        try
        {
            return Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(file)));
        }
        catch (Exception e) when (e is BadImageFormatException or FileNotFoundException)
        {
            // A native library.
            return null;
        }
    }

    private static Type? Close(Type type)
    {
        if (!type.IsGenericTypeDefinition)
            return type;
        foreach (var argument in Arguments)
        {
            try
            {
                return type.MakeGenericType([.. Enumerable.Repeat(argument, type.GetGenericArguments().Length)]);
            }
            catch (ArgumentException)
            {
                // The type asks for another kind of argument.
            }
        }
        return null;
    }

    private static object? Create(Type type)
    {
        try
        {
            return Activator.CreateInstance(type);
        }
        catch (Exception e) when (e is TargetInvocationException or NotSupportedException or MissingMethodException or TypeLoadException)
        {
            // Not on this system, or not at all.
            return null;
        }
    }
}
