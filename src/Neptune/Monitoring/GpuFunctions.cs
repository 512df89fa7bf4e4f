namespace Neptune.Monitoring;

/// <summary>What is asked of a GPU driver. Cards are numbered from 0; a value that a card does not tell is <see langword="null"/>.</summary>
/// <param name="Count">How many cards there are.</param>
/// <param name="Uuid">The card's identity, such as <c>GPU-1b0c…</c>.</param>
/// <param name="Utilization">How much of the time it was busy, in %.</param>
/// <param name="MemoryInUse">In bytes.</param>
/// <param name="Power">In W.</param>
internal sealed record GpuFunctions(Func<int> Count, Func<int, string?> Uuid, Func<int, double?> Utilization, Func<int, double?> MemoryInUse, Func<int, double?> Power);
