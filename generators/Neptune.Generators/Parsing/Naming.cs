using System.Text;

namespace Neptune.Generators.Parsing;

/// <summary>Turns names of C# into names of fields and back.</summary>
internal static class Naming
{
    private static readonly string[] Endings = ["Parameters", "Params", "Metrics", "Options"];

    public static string Field(string name, NamingPolicy policy) => policy switch
    {
        NamingPolicy.SnakeCase => Separated(name, '_'),
        NamingPolicy.KebabCase => Separated(name, '-'),
        NamingPolicy.Unchanged => name,
        _ => Camel(name),
    };

    /// <summary>The namespace of a type that names none: its name without the ending that says what it is.</summary>
    public static string Namespace(string type, NamingPolicy policy)
    {
        var ending = Endings.FirstOrDefault(e => type.Length > e.Length && type.EndsWith(e, StringComparison.Ordinal));
        return Field(ending is null ? type : type.Substring(0, type.Length - ending.Length), policy);
    }

    /// <summary>The accessor of a path: its parts in Pascal case.</summary>
    public static string Accessor(string path)
    {
        var name = new StringBuilder(path.Length);
        var starts = true;
        foreach (var letter in path)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                starts = true;
                continue;
            }
            name.Append(starts ? char.ToUpperInvariant(letter) : letter);
            starts = false;
        }
        return name.Length == 0 || char.IsDigit(name[0]) ? $"_{name}" : name.ToString();
    }

    /// <summary>A path without empty parts.</summary>
    public static string Path(string path) => string.Join("/", path.Split(['/'], StringSplitOptions.RemoveEmptyEntries));

    public static string Join(string parent, string child) => parent.Length == 0 ? child : $"{parent}/{child}";

    /// <summary>The first word in lower case: <c>batchSize</c>, <c>urlOfData</c>.</summary>
    private static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]) && !char.IsDigit(letters[i + 1]))
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }
        return new string(letters);
    }

    private static string Separated(string name, char separator)
    {
        var separated = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && separated[separated.Length - 1] != separator && name[i - 1] != '_')
                separated.Append(separator);
            separated.Append(char.ToLowerInvariant(name[i]));
        }
        return separated.ToString();
    }
}
