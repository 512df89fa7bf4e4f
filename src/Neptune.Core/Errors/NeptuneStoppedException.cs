namespace Neptune;

/// <summary>A call on an object that has been stopped.</summary>
public sealed class NeptuneStoppedException : NeptuneException
{
    internal NeptuneStoppedException(string objectId)
        : base($"{objectId} is stopped. Open it again with WithId = \"{objectId}\" to go on.") => ObjectId = objectId;

    /// <summary>The id of the stopped object.</summary>
    public string ObjectId { get; }
}
