using System.Collections.Concurrent;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>Finds fields by what is typed. Counting them in a large project takes a second, so that counts are remembered and counted again behind an answer when the project has changed.</summary>
internal sealed class FieldIndex(ServedStore served)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(long Project, ObjectKind Kind), Counted> known = new();

    /// <summary>Those whose path has all the words, whole paths and names first, then those that most objects have.</summary>
    public IReadOnlyList<FieldUse> Find(ProjectRecord project, ObjectKind kind, string search, IReadOnlyCollection<string> types)
    {
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. Uses(project, kind)
            .Where(use => words.All(word => use.Path.Contains(word, StringComparison.OrdinalIgnoreCase)) && (types.Count == 0 || use.Types.Any(types.Contains)))
            .OrderBy(use => Closeness(use.Path, words))
            .ThenByDescending(use => use.Count)
            .ThenBy(use => use.Path, StringComparer.Ordinal)];
    }

    private static int Closeness(string path, string[] words) => words switch
    {
        [] => 0,
        [var word] when path.Equals(word, StringComparison.OrdinalIgnoreCase) => 0,
        [.., var last] when path.EndsWith($"/{last}", StringComparison.OrdinalIgnoreCase) => 1,
        [.., var last] when path.AsSpan(path.LastIndexOf('/') + 1).StartsWith(last, StringComparison.OrdinalIgnoreCase) => 2,
        _ => 3,
    };

    private IReadOnlyList<FieldUse> Uses(ProjectRecord project, ObjectKind kind)
    {
        var counted = known.GetOrAdd((project.Id, kind), _ => Count(project, kind));
        if (Environment.TickCount64 - counted.At > Fresh.TotalMilliseconds && counted.TryBegin())
            _ = Task.Run(() => Recount(project, kind, counted));
        return counted.Uses;
    }

    private void Recount(ProjectRecord project, ObjectKind kind, Counted counted)
    {
        try
        {
            known[(project.Id, kind)] = Count(project, kind);
        }
        catch (NeptuneException)
        {
            // Nobody waits for this; who asks next tries again, and the answer that cannot be had then says why.
            known.TryRemove(new((project.Id, kind), counted));
        }
    }

    private Counted Count(ProjectRecord project, ObjectKind kind) => new(Environment.TickCount64, [.. served.Store.CountFields(project, kind)
        .GroupBy(count => count.Path)
        .Select(path => new FieldUse(path.Key, [.. path.OrderByDescending(count => count.Count).Select(count => FieldValues.NameOf(count.Type))], path.Sum(count => count.Count)))]);

    private sealed class Counted(long at, IReadOnlyList<FieldUse> uses)
    {
        private int begun;

        public long At => at;

        public IReadOnlyList<FieldUse> Uses => uses;

        /// <summary>Whether nobody is counting again yet.</summary>
        public bool TryBegin() => Interlocked.Exchange(ref begun, 1) == 0;
    }
}
