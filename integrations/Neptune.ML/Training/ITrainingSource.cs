namespace Neptune.ML.Training;

/// <summary>One way to learn how a trainer is doing, from before it is fitted until it is done. Disposal gives the trainer back as it was.</summary>
internal interface ITrainingSource : IDisposable
{
    /// <summary>Takes what there is to take; called while the trainer works, never twice at once, and a last time when it is done.</summary>
    void Poll();
}
