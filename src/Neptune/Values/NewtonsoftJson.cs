namespace Neptune.Values;

/// <summary>
/// The nodes of Newtonsoft.Json, known by their names since the library is not referenced. Objects and arrays are dictionaries and lists
/// like others; a value is an empty list to whoever does not know it.
/// </summary>
internal static class NewtonsoftJson
{
    private const string Namespace = "Newtonsoft.Json.Linq";

    public static bool IsValue(Type node) => Is(node, "JValue");

    public static bool IsProperty(Type node) => Is(node, "JProperty");

    /// <summary>Whether it is a node that has more than its elements: anything but an object and an array.</summary>
    public static bool IsOther(Type node) => Is(node, "JToken") && !Is(node, "JArray") && !Is(node, "JObject");

    private static bool Is(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name && type.Namespace == Namespace)
                return true;
        }
        return false;
    }
}
