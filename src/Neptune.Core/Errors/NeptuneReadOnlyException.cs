namespace Neptune;

/// <summary>A write to an object that was opened read-only.</summary>
public sealed class NeptuneReadOnlyException : NeptuneException
{
    internal NeptuneReadOnlyException(string objectId)
        : base($"{objectId} was opened read-only. Open it with Mode = ConnectionMode.Async to write.") => ObjectId = objectId;

    /// <summary>The id of the object.</summary>
    public string ObjectId { get; }
}
