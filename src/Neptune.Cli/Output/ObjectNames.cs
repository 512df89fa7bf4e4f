using System.Globalization;

namespace Neptune.Cli.Output;

/// <summary>Objects in a question: how many, and which as far as a person wants to read.</summary>
internal static class ObjectNames
{
    private const int Most = 10;

    public static string Of(IReadOnlyList<ObjectRecord> objects)
    {
        var names = string.Join(", ", objects.Take(Most).Select(record => record.SysId));
        return objects.Count <= Most ? names : string.Create(CultureInfo.InvariantCulture, $"{objects.Count} objects ({names}, …)");
    }
}
