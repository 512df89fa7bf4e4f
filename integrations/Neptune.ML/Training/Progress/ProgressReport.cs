using Microsoft.ML.Runtime;

namespace Neptune.ML.Training.Progress;

/// <summary>What a trainer said about a computation of its own, such as <c>SDCA training</c>.</summary>
/// <param name="Channel">The name of the computation, without the number that ML.NET appends to repeated names.</param>
/// <param name="Repeat">How many computations of the name there were before.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Started">When the computation began, UTC.</param>
/// <param name="Time">When it happened, UTC.</param>
/// <param name="Entry">What was said; null when the computation began or ended.</param>
internal sealed record ProgressReport(string Channel, int Repeat, ProgressKind Kind, DateTime Started, DateTime Time, ProgressValues? Entry)
{
    /// <summary>ML.NET keeps names apart by a number: the second <c>SDCA training</c> of a training is <c>SDCA training #2</c>.</summary>
    public static (string Channel, int Repeat) Split(string name)
    {
        var mark = name.LastIndexOf(" #", StringComparison.Ordinal);
        return mark > 0 && int.TryParse(name.AsSpan(mark + 2), out var number) ? (name[..mark].Trim(), number - 1) : (name.Trim(), 0);
    }
}
