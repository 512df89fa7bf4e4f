namespace Neptune.Objects;

/// <summary>Prints a tree of fields: four blanks per level, names sorted, types behind them.</summary>
internal static class StructurePrinter
{
    private const int Indent = 4;

    public static void Print(IReadOnlyDictionary<string, object> structure, TextWriter to, int level = 0)
    {
        foreach (var (name, value) in structure.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var margin = new string(' ', level * Indent);
            if (value is Field field)
            {
                to.WriteLine($"{margin}'{name}': {field.Type}");
                continue;
            }
            to.WriteLine($"{margin}'{name}':");
            Print((IReadOnlyDictionary<string, object>)value, to, level + 1);
        }
    }
}
