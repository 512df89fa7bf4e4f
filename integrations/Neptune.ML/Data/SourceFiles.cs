using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>
/// Finds the files that data come from. A view that filters or transforms holds the view that it reads, down to the one that a loader made,
/// which holds its files; the fields are not public, so they are found by their types. What is not found is not tracked.
/// </summary>
internal static class SourceFiles
{
    private const int MostViews = 1000;

    public static IReadOnlyCollection<string> Of(IDataView data)
    {
        var files = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([data]);
        while (open.TryPop(out var view) && seen.Count < MostViews)
        {
            if (!seen.Add(view))
                continue;
            foreach (var held in Held(view))
            {
                if (held is IMultiStreamSource source)
                    files.AddRange(Paths(source));
                else
                    open.Push(held);
            }
        }
        return [.. files.Distinct()];
    }

    private static IEnumerable<object> Held(object view)
    {
        for (var type = view.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if ((typeof(IDataView).IsAssignableFrom(field.FieldType) || typeof(IMultiStreamSource).IsAssignableFrom(field.FieldType)) && field.GetValue(view) is { } held)
                    yield return held;
            }
        }
    }

    private static IEnumerable<string> Paths(IMultiStreamSource source) =>
        Enumerable.Range(0, source.Count).Select(source.GetPathOrNull).OfType<string>().Select(Path.GetFullPath).Where(File.Exists);
}
