using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Pipelines;

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
        var open = new Stack<IDataView>([data]);
        while (open.TryPop(out var view) && seen.Count < MostViews)
        {
            if (!seen.Add(view))
                continue;
            files.AddRange(Members.Held<IMultiStreamSource>(view).SelectMany(Paths));
            foreach (var held in Members.Held<IDataView>(view))
                open.Push(held);
        }
        return [.. files.Distinct()];
    }

    private static IEnumerable<string> Paths(IMultiStreamSource source) =>
        Enumerable.Range(0, source.Count).Select(source.GetPathOrNull).OfType<string>().Select(Path.GetFullPath).Where(File.Exists);
}
