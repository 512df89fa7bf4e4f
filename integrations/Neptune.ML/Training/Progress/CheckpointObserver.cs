namespace Neptune.ML.Training.Progress;

/// <summary>Is told that a computation is about to report what it has reached, or its end, on the thread that reports it, which waits meanwhile.</summary>
/// <param name="channel">The name of the computation, without the number that ML.NET appends to repeated names.</param>
/// <param name="repeat">How many computations of the name there were before.</param>
/// <param name="source">What the computation gave to be asked how far it is; its target holds the variables of the computation.</param>
internal delegate void CheckpointObserver(string channel, int repeat, Delegate source);
