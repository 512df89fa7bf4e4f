using System.Collections.Concurrent;
using System.Diagnostics;
using Neptune.Server.Hosting;

namespace Neptune.Server.Api;

/// <summary>Finds fields by what is typed. Counting them in a large project takes a second, so that counts are remembered as long as the project does not change, and in a large one counted again behind an answer.</summary>
internal sealed class FieldIndex(ServedStore served)
{
    /// <summary>So many fields are counted within milliseconds.</summary>
    private const int Few = 100_000;

    /// <summary>A long count is not made again sooner.</summary>
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
        var change = served.Store.LatestChanges().FirstOrDefault(latest => latest.Project == project.Name).Change;
        if (known.TryGetValue((project.Id, kind), out var counted) && counted.Change == change)
            return counted.Uses;
        if (counted is null || counted.IsQuick)
            return Count(project, kind, change).Uses;
        if (Stopwatch.GetElapsedTime(counted.At) > Fresh && counted.TryBegin())
            _ = Task.Run(() => Recount(project, kind, change, counted));
        return counted.Uses;
    }

    private void Recount(ProjectRecord project, ObjectKind kind, long change, Counted counted)
    {
        try
        {
            Count(project, kind, change);
        }
        catch (NeptuneException)
        {
            // Nobody waits for this; who asks next counts, and is told why it cannot be done.
            known.TryRemove(new((project.Id, kind), counted));
        }
    }

    private Counted Count(ProjectRecord project, ObjectKind kind, long change)
    {
        IReadOnlyList<FieldUse> uses = [.. served.Store.CountFields(project, kind)
            .GroupBy(count => count.Path)
            .Select(path => new FieldUse(path.Key, [.. path.OrderByDescending(count => count.Count).Select(count => FieldValues.NameOf(count.Type))], path.Sum(count => count.Count)))];
        return known[(project.Id, kind)] = new(change, Stopwatch.GetTimestamp(), uses);
    }

    /// <param name="change">The number of the project's latest change before.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="uses">What was found.</param>
    private sealed class Counted(long change, long at, IReadOnlyList<FieldUse> uses)
    {
        private int begun;

        public long Change => change;

        public long At => at;

        public bool IsQuick { get; } = uses.Sum(use => use.Count) <= Few;

        public IReadOnlyList<FieldUse> Uses => uses;

        /// <summary>Whether nobody is counting again yet.</summary>
        public bool TryBegin() => Interlocked.Exchange(ref begun, 1) == 0;
    }
}
