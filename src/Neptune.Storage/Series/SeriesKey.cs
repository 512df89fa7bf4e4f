using Neptune.Storage.Fields;

namespace Neptune.Storage.Series;

/// <summary>A series: where its rows are and what to call it in errors.</summary>
internal readonly record struct SeriesKey(FieldKey Field, string Path, string ObjectId)
{
    public NeptuneCorruptDataException Corrupt(double firstStep, Exception cause) =>
        new(FormattableString.Invariant($"Series \"{Path}\" of {ObjectId} is damaged in the chunk from step {firstStep} ({cause.Message}). The other chunks can be read; restore the store from a backup to get this one back."), cause);
}
