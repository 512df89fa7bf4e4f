using System.Collections.Concurrent;
using Neptune.Storage;
using Neptune.Typed;

namespace Neptune.Objects;

/// <summary>
/// What an object knows of its fields: the handles given out, one per path, and the type of each field that exists. It makes
/// type conflicts errors at the call instead of errors in the background.
/// </summary>
internal sealed class FieldMap(NeptuneObject owner)
{
    private readonly ConcurrentDictionary<string, Field> handles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> namespaces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Field> existing = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private Field?[] declared = [];

    /// <summary>The handle of a path, made when it is first asked for.</summary>
    public Field Handle(string path) => handles.TryGetValue(path, out var field) ? field : NewHandle(path);

    /// <summary>The handle of a declared field, found by its number: no look-up by name after the first time.</summary>
    public Field Handle(TypedField field)
    {
        var known = Volatile.Read(ref declared);
        return (uint)field.Slot < (uint)known.Length && known[field.Slot] is { } handle ? handle : Declare(field);
    }

    /// <summary>Replaces what is known by what the store has.</summary>
    public void Load(IEnumerable<StoredField> stored)
    {
        lock (gate)
        {
            foreach (var field in existing.Values)
                field.KnownType = null;
            existing.Clear();
            namespaces.Clear();
            foreach (var field in stored)
                Register(Handle(field.Path), field.Type);
        }
    }

    /// <summary>Makes sure that a field has a type, or gives it one if it does not exist yet.</summary>
    /// <exception cref="NeptuneFieldTypeException">It has another type, is a namespace, or lies below a field.</exception>
    public void Claim(Field field, FieldType type, string attempted)
    {
        if (field.KnownType == type)
            return;
        lock (gate)
        {
            if (field.KnownType is { } known && known != type)
                throw new NeptuneFieldTypeException(field.Path, known, attempted);
            Check(field.Path);
            Register(field, type);
        }
    }

    /// <summary>Checks that fields could be created at all the paths together, before any of them is.</summary>
    public void CheckAll(IEnumerable<string> paths)
    {
        lock (gate)
        {
            foreach (var path in paths)
            {
                if (!existing.ContainsKey(path))
                    Check(path);
            }
        }
    }

    public bool Exists(string path)
    {
        lock (gate)
            return path.Length == 0 || existing.ContainsKey(path) || namespaces.ContainsKey(path);
    }

    /// <summary>The fields at a path and below it, by path.</summary>
    public IReadOnlyList<Field> Within(string path)
    {
        lock (gate)
            return [.. existing.Values.Where(field => FieldPath.IsWithin(field.Path, path))];
    }

    public void Forget(IEnumerable<Field> fields)
    {
        lock (gate)
        {
            foreach (var field in fields)
            {
                if (!existing.Remove(field.Path))
                    continue;
                field.KnownType = null;
                foreach (var ancestor in FieldPath.Ancestors(field.Path))
                {
                    if (--namespaces[ancestor] == 0)
                        namespaces.Remove(ancestor);
                }
            }
        }
    }

    private Field Declare(TypedField field)
    {
        var handle = Handle(field.Path);
        lock (gate)
        {
            if (field.Slot >= declared.Length)
            {
                var larger = declared;
                Array.Resize(ref larger, Math.Max(field.Slot + 1, 2 * declared.Length));
                Volatile.Write(ref declared, larger);
            }
            declared[field.Slot] = handle;
        }
        return handle;
    }

    private Field NewHandle(string path)
    {
        var canonical = FieldPath.NormalizeNamespace(path);
        var field = handles.GetOrAdd(canonical, static (p, o) => new Field(o, p), owner);
        if (canonical != path)
            handles.TryAdd(path, field);
        return field;
    }

    private void Register(Field field, FieldType type)
    {
        field.KnownType = type;
        if (!existing.TryAdd(field.Path, field))
            return;
        foreach (var ancestor in FieldPath.Ancestors(field.Path))
            namespaces[ancestor] = namespaces.GetValueOrDefault(ancestor) + 1;
    }

    private void Check(string path)
    {
        if (namespaces.ContainsKey(path))
            throw new NeptuneFieldTypeException(path, $"\"{path}\" is a namespace with fields below it and cannot be a field too. Use another path, or Delete(\"{path}\") first.");
        foreach (var ancestor in FieldPath.Ancestors(path))
        {
            if (existing.TryGetValue(ancestor, out var field))
                throw new NeptuneFieldTypeException(path, $"\"{path}\" cannot be created: \"{ancestor}\" is a field of type {field.KnownType}, not a namespace. Use another path, or Delete(\"{ancestor}\") first.");
        }
    }
}
