namespace Neptune;

/// <summary>A series of files by step.</summary>
public sealed class FileSeries : FieldHandle
{
    internal FileSeries(Field field)
        : base(field)
    {
    }

    /// <inheritdoc cref="Field.Append(NeptuneFile, double?, DateTimeOffset?, string?, string?)"/>
    public void Append(NeptuneFile value, double? step = null, DateTimeOffset? timestamp = null, string? name = null, string? description = null) =>
        target.Append(value, step, timestamp, name, description);

    /// <summary>What the files are, ordered by step.</summary>
    /// <inheritdoc cref="Field.FetchValues{T}(double?, double?)"/>
    public SeriesValues<NeptuneFileInfo> FetchValues(double? fromStep = null, double? toStep = null) => target.FetchValues<NeptuneFileInfo>(fromStep, toStep);

    /// <summary>Writes the files to a folder, each named after its step.</summary>
    /// <inheritdoc cref="Field.Download"/>
    public void Download(string? destination = null) => target.Download(destination);

    /// <inheritdoc cref="Field.DownloadLast"/>
    public void DownloadLast(string? destination = null) => target.DownloadLast(destination);
}
