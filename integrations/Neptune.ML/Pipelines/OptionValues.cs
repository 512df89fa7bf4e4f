using System.Globalization;
using System.Reflection;

namespace Neptune.ML.Pipelines;

/// <summary>Reads the public fields and properties of an options object.</summary>
internal static class OptionValues
{
    public static IEnumerable<(string Path, object Value)> Of(object? options)
    {
        if (options is null)
            yield break;
        foreach (var member in options.GetType().GetMembers(BindingFlags.Instance | BindingFlags.Public))
        {
            var value = member switch
            {
                FieldInfo field => field.GetValue(options),
                PropertyInfo { CanRead: true } property when property.GetIndexParameters().Length == 0 => property.GetValue(options),
                _ => null,
            };
            if (Simple(value) is { } simple)
                yield return (member.Name, simple);
        }
    }

    private static object? Simple(object? value) => value switch
    {
        string or bool or int or long or uint or double or short or byte or Enum => value,
        float single => double.Parse(single.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        _ => null,
    };
}
