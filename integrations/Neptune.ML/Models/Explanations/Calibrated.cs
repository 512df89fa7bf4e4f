using System.Reflection;

namespace Neptune.ML.Models.Explanations;

/// <summary>
/// Looks into models that consist of others. Their types are generic in what they hold, or keep it to themselves, so they are read by the
/// names of their properties; where a name is missing the model stays whole and unexplained.
/// </summary>
internal static class Calibrated
{
    /// <summary>The model under a calibrator, or the model itself.</summary>
    public static object Inner(object model) => Property(model, "SubModel") is { } inner ? Inner(inner) : model;

    /// <summary>The models of the classes that a one-versus-all model consists of; <see langword="null"/> when it is no such model.</summary>
    public static IReadOnlyList<object>? OnePerClass(object model) =>
        Property(model, "SubModelParameters") is System.Collections.IEnumerable parts ? [.. parts.Cast<object>().Select(Inner)] : null;

    /// <summary>A class may hide a property of its base; the one that is declared lowest counts.</summary>
    private static object? Property(object model, string name)
    {
        for (var type = model.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } property)
                return property.GetValue(model);
        }
        return null;
    }
}
