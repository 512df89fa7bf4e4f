using System.Reflection;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>
/// The variables of a method that a delegate made in it can see. The compiler keeps them in an object, those of the blocks around it in further ones that the first leads to.
/// </summary>
/// <param name="innermost">The target of the delegate.</param>
internal sealed class Closure(object? innermost)
{
    private const string CompilerMark = "DisplayClass";

    /// <summary>Whether the delegate sees no variables at all.</summary>
    public bool IsEmpty => innermost is null || !Members.Fields(innermost.GetType()).Any();

    /// <summary>How to read a variable, now and later: the method goes on to change it.</summary>
    /// <exception cref="MissingMemberException">The delegate does not see such a variable.</exception>
    public Func<T> Variable<T>(string name)
    {
        foreach (var holder in Holders(innermost))
        {
            if (Members.Field(holder.GetType(), name) is { } field && typeof(T).IsAssignableFrom(field.FieldType))
                return () => (T)field.GetValue(holder)!;
        }
        throw new MissingMemberException(innermost?.GetType().FullName, $"{name} of type {typeof(T).Name}");
    }

    private static IEnumerable<object> Holders(object? holder)
    {
        if (holder is null)
            return [];
        var outer = Members.Fields(holder.GetType()).Where(IsHolder).Select(field => field.GetValue(holder));
        return [holder, .. outer.SelectMany(Holders)];
    }

    private static bool IsHolder(FieldInfo field) => field.FieldType.Name.Contains(CompilerMark, StringComparison.Ordinal);
}
