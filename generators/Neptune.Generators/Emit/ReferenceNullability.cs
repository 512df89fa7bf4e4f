namespace Neptune.Generators.Emit;

/// <summary>Takes the marks of nullable references out of type names. Those of value types follow a name that is one.</summary>
internal static class ReferenceNullability
{
    private static readonly HashSet<string> Values = ["bool", "byte", "sbyte", "char", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal"];

    public static string Strip(string code)
    {
        for (var at = code.IndexOf('?'); at >= 0; at = code.IndexOf('?', at + 1))
        {
            var start = at;
            while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] is '_' or '.' or ':'))
                start--;
            if (!Values.Contains(code.Substring(start, at - start)))
                code = code.Remove(at--, 1);
        }
        return code;
    }
}
