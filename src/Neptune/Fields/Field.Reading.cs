namespace Neptune;

/// <content>Reading: every call first waits for what this object wrote before it.</content>
public sealed partial class Field
{
    /// <summary>The value of an int, float, bool, string, datetime or state field, a git ref, or the members of a string set.</summary>
    /// <typeparam name="T">
    /// <see cref="long"/>, <see cref="int"/>, <see cref="double"/>, <see cref="float"/>, <see cref="bool"/>, <see cref="string"/>, an enum by name,
    /// <see cref="DateTimeOffset"/> or <see cref="DateTime"/> (UTC), a set or array of strings, <see cref="GitRefInfo"/>, or <see cref="object"/> for whatever it is.
    /// </typeparam>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field's value is no <typeparamref name="T"/>.</exception>
    public T Fetch<T>() => Read(() => FieldReader.Fetch<T>(Core, path));

    /// <inheritdoc cref="Fetch{T}()"/>
    public Task<T> FetchAsync<T>(CancellationToken cancellation = default) => ReadAsync(() => FieldReader.Fetch<T>(Core, path), cancellation);

    /// <summary>The value of the highest step of a series, or the default of <typeparamref name="T"/> when it has no points.</summary>
    /// <typeparam name="T"><see cref="double"/>, <see cref="string"/>, or <see cref="NeptuneFileInfo"/> for a file series.</typeparam>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no series of <typeparamref name="T"/>.</exception>
    public T? FetchLast<T>() => Read(() => FieldReader.FetchLast<T>(Core, path));

    /// <inheritdoc cref="FetchLast{T}()"/>
    public Task<T?> FetchLastAsync<T>(CancellationToken cancellation = default) => ReadAsync(() => FieldReader.FetchLast<T>(Core, path), cancellation);

    /// <summary>The points of a series, ordered by step.</summary>
    /// <typeparam name="T"><see cref="double"/>, <see cref="string"/>, or <see cref="NeptuneFileInfo"/> for a file series.</typeparam>
    /// <param name="fromStep">The first step wanted; from the beginning by default.</param>
    /// <param name="toStep">The last step wanted; to the end by default.</param>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no series of <typeparamref name="T"/>.</exception>
    public SeriesValues<T> FetchValues<T>(double? fromStep = null, double? toStep = null) => Read(() => FieldReader.FetchValues<T>(Core, path, fromStep, toStep));

    /// <inheritdoc cref="FetchValues{T}(double?, double?)"/>
    public Task<SeriesValues<T>> FetchValuesAsync<T>(double? fromStep = null, double? toStep = null, CancellationToken cancellation = default) =>
        ReadAsync(() => FieldReader.FetchValues<T>(Core, path, fromStep, toStep), cancellation);

    /// <summary>The extension of a file field, without the dot.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is no file.</exception>
    public string FetchExtension() => Read(() => FieldReader.Require(Core, path) switch
    {
        { File: { } file } => file.Extension,
        var other => throw new NeptuneFieldTypeException(path, $"\"{path}\" is a field of type {other.Type}, not a file."),
    });

    private T Read<T>(Func<T> read)
    {
        Core.RequireOpen();
        Core.WaitForOwnWrites();
        return read();
    }

    private async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellation)
    {
        Core.RequireOpen();
        await Core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(read, cancellation).ConfigureAwait(false);
    }
}
