namespace Neptune.Objects;

/// <summary>How an object ends.</summary>
/// <param name="State">The state that it is left in.</param>
/// <param name="Reason">Why, in a line for people, unless there is nothing to say.</param>
internal readonly record struct ObjectEnd(ObjectState State, string? Reason = null)
{
    public static ObjectEnd Finished { get; } = new(ObjectState.Finished);

    public static ObjectEnd Failed(string reason) => new(ObjectState.Failed, reason);

    public static ObjectEnd Interrupted(string reason) => new(ObjectState.Interrupted, reason);

    /// <summary>How an exception ends something. A time that ran out is no cancellation, though <c>HttpClient</c> reports it as one.</summary>
    public static ObjectEnd By(object exception) => IsCancellation(exception) ? Interrupted(ReasonOf(exception)) : Failed(ReasonOf(exception));

    /// <summary>Why an exception ended something, in a line.</summary>
    private static string ReasonOf(object exception) => exception is Exception e
        ? $"{e.GetType().FullName}: {e.Message.Split('\n')[0].TrimEnd()}"
        : $"{exception}";

    private static bool IsCancellation(object exception) => exception switch
    {
        OperationCanceledException cancelled => cancelled.InnerException is not TimeoutException,
        AggregateException all => all.InnerExceptions.Count > 0 && all.InnerExceptions.All(IsCancellation),
        _ => false,
    };
}
