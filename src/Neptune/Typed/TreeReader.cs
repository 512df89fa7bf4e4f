using System.Globalization;

namespace Neptune.Typed;

/// <summary>Reads nested dictionaries: an element of a list, a configuration, or a command line.</summary>
/// <param name="root">Dictionaries by name, or values.</param>
/// <param name="source">What the values are.</param>
/// <param name="ns">The namespace of the type: there, members are also found by the names of their properties.</param>
internal sealed class TreeReader(IReadOnlyDictionary<string, object?> root, ValueSource source, string ns = "") : TypedReader
{
    private protected override ValueSource Source => source;

    private protected override bool TryFind(TypedField field, out object? stored) =>
        TryFind(field.Path, out stored) || (source == ValueSource.Text && TryFind(FieldPath.Join(ns, field.Member.Replace('.', '/')), out stored));

    private protected override bool HasFields(string path) => TryFind(path, out _);

    private protected override bool IsNull(string path) => TryFind(path, out var stored) && NullText.Is(stored);

    private protected override Exception Missing(string path) => source == ValueSource.Text
        ? new NeptuneOptionsException($"\"{Key(path)}\" is missing, and {Leaf(path)} has no default. Give it a value.")
        : new NeptuneFieldTypeException(path, $"\"{path}\" is missing in an element of a list.");

    private protected override Exception WrongType(string path, object? stored, Type wanted) => source == ValueSource.Text
        ? new NeptuneOptionsException($"\"{Key(path)}\" is \"{(stored is string text ? text : "a section")}\", which is no {wanted.Name}.")
        : new NeptuneFieldTypeException(path, $"\"{path}\" in an element of a list is {Convert.ToString(stored, CultureInfo.InvariantCulture)}, which is no {wanted.Name}.");

    private bool TryFind(string path, out object? stored)
    {
        stored = root;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (stored is not IReadOnlyDictionary<string, object?> at || !at.TryGetValue(part, out stored))
                return false;
        }
        return true;
    }

    private static string Key(string path) => path.Replace('/', ':');

    private static string Leaf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
