using Microsoft.ML;
using Neptune.ML.Data;

namespace Neptune.ML;

/// <summary>Logs what a model was trained or tested on.</summary>
public static class DataLogging
{
    /// <summary>
    /// Logs a data set in one pass over it: how many rows, a hash of its content that is the same wherever and however the rows are stored, the
    /// schema with types and slots, missing values and statistics of each column, the distribution of the label, the first rows as a table, and the
    /// files it comes from as an artifact.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="target">The run, or another object, that gets the fields.</param>
    /// <param name="path">The namespace, such as <c>data/train</c>.</param>
    /// <param name="options">What is logged; everything by default.</param>
    /// <remarks>What cannot be read, or is not there, is a warning and a note in <c>monitoring/neptune/mlnet/fallbacks</c>: data are logged beside a training, which goes on.</remarks>
    /// <exception cref="NeptuneStoppedException">The object is stopped.</exception>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    public static void LogDataTo(this IDataView data, NeptuneObject target, string path, DataLogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(path);
        options ??= new();
        Fallbacks.Guard(target, path, () => DataLog.Write(target, path, DataSummary.Read(data, options)));
        Fallbacks.Guard(target, $"{path}/files", () => DataLog.TrackFiles(target, path, options.Files ?? SourceFiles.Of(data)));
    }
}
