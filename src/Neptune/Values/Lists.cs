using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Neptune.Values;

/// <summary>The values that are lists: collections, tuples, arrays of any rank, memory, vectors and matrices.</summary>
internal static class Lists
{
    /// <returns><see langword="null"/> for what is no list.</returns>
    public static IEnumerable<object?>? Of(string path, object value) => value switch
    {
        Array { Rank: > 1 } array => Rows(path, array, []),
        Array array when array.GetLowerBound(0) != 0 => throw NotFromZero(path, array),
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(element => (object?)element),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
        Vector2 v => [v.X, v.Y],
        Vector3 v => [v.X, v.Y, v.Z],
        Vector4 v => [v.X, v.Y, v.Z, v.W],
        Quaternion v => [v.X, v.Y, v.Z, v.W],
        Plane v => [v.Normal.X, v.Normal.Y, v.Normal.Z, v.D],
        Matrix3x2 v => Enumerable.Range(0, 3).Select(row => (object?)Enumerable.Range(0, 2).Select(column => v[row, column])),
        Matrix4x4 v => Enumerable.Range(0, 4).Select(row => (object?)Enumerable.Range(0, 4).Select(column => v[row, column])),
        _ when IsMemory(value.GetType()) => Sequence.Of(path, (IEnumerable)Members.Call(path, value, nameof(Memory<>.ToArray))),
        IEnumerable list when IsListOnly(list) => Sequence.Of(path, list),
        _ => null,
    };

    /// <summary>Whether the elements are all there is: a tensor has a shape, a collection by name has the names, a node of JSON is more than what is below it.</summary>
    private static bool IsListOnly(IEnumerable list) =>
        list is not NameObjectCollectionBase && !NewtonsoftJson.IsOther(list.GetType()) && list.GetType().Namespace is not ("System.Numerics.Tensors" or "Microsoft.VisualBasic");

    private static bool IsMemory(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>));

    private static IEnumerable<object?> Rows(string path, Array array, int[] at)
    {
        var dimension = at.Length;
        if (array.GetLowerBound(dimension) != 0)
            throw NotFromZero(path, array);
        for (var i = 0; i < array.GetLength(dimension); i++)
            yield return dimension + 1 == array.Rank ? array.GetValue([.. at, i]) : Rows(path, array, [.. at, i]);
    }

    private static NeptuneUnsupportedValueException NotFromZero(string path, Array array) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"\"{path}\": the {array.GetType()} does not count from 0, and lists do. Assign a dictionary."));
}
