using Neptune.Values;

namespace Neptune;

/// <content>Writing files: series and sets of files, whose content is copied, and artifacts, whose files stay where they are.</content>
public sealed partial class Field
{
    /// <summary>Replaces all points of a file series. The contents are copied before the call returns.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(FileSeriesValue value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Replaces all files of a file set. The contents are copied before the call returns.</summary>
    /// <exception cref="NeptuneNotFoundException">A pattern matches no file, or something that cannot be read.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(FileSetValue value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Logs a file to the file series at the path. The content is copied before the call returns.</summary>
    /// <param name="value">The file: of any kind, not only images.</param>
    /// <param name="step">The step, in any order; a step logged again replaces its file. Default: one after the last.</param>
    /// <param name="timestamp">The time of the point. Default: now.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="description">What the file shows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is NaN or infinite.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void Append(NeptuneFile value, double? step = null, DateTimeOffset? timestamp = null, string? name = null, string? description = null) =>
        Extend([value], step is { } s ? [s] : null, timestamp is { } t ? [t] : null, [name], [description]);

    /// <inheritdoc cref="Append(NeptuneFile, double?, DateTimeOffset?, string?, string?)"/>
    public Task AppendAsync(NeptuneFile value, double? step = null, DateTimeOffset? timestamp = null, string? name = null, string? description = null, CancellationToken cancellation = default) =>
        Task.Run(() => Append(value, step, timestamp, name, description), cancellation);

    /// <summary>Logs files to the file series at the path; none at all still creates it. The contents are copied before the call returns.</summary>
    /// <param name="values">The files.</param>
    /// <param name="steps">As many steps as files. Default: one after the last, and so on.</param>
    /// <param name="timestamps">As many times as files. Default: now, for all of them.</param>
    /// <param name="names">What the files are called, as many as files.</param>
    /// <param name="descriptions">What the files show, as many as files.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a step is NaN or infinite.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void Extend(
        IEnumerable<NeptuneFile> values,
        IEnumerable<double>? steps = null,
        IEnumerable<DateTimeOffset>? timestamps = null,
        IEnumerable<string?>? names = null,
        IEnumerable<string?>? descriptions = null)
    {
        var series = new FileSeriesValue(values, steps, timestamps, names, descriptions);
        RequireFits(FieldType.FileSeries, "files to append");
        if (!Core.HasRoom() || Core.Prepare(path, () => FilePoints.Stage(Core, path, series)) is not { } points)
            return;
        Claim(FieldType.FileSeries, "files to append");
        Core.Write(new AppendFilesOperation(path, points));
    }

    /// <inheritdoc cref="Extend(IEnumerable{NeptuneFile}, IEnumerable{double}?, IEnumerable{DateTimeOffset}?, IEnumerable{string?}?, IEnumerable{string?}?)"/>
    public Task ExtendAsync(
        IEnumerable<NeptuneFile> values,
        IEnumerable<double>? steps = null,
        IEnumerable<DateTimeOffset>? timestamps = null,
        IEnumerable<string?>? names = null,
        IEnumerable<string?>? descriptions = null,
        CancellationToken cancellation = default) => Task.Run(() => Extend(values, steps, timestamps, names, descriptions), cancellation);

    /// <summary>Adds files to the file set at the path, over those of the same name. The contents are copied before the call returns.</summary>
    /// <remarks>
    /// Names in the set are relative to the current folder when all files are below it, else to the deepest folder that they share. Files and folders whose names begin with a dot are taken where they are
    /// named, by themselves or by a pattern that begins with a dot, and <c>.git</c> by its whole name only; what was left out is logged. Links to files are followed, and it is logged where
    /// they lead out of the folder; links to folders are followed where they are named.
    /// </remarks>
    /// <param name="globs">
    /// Files, folders (all files below them), or patterns: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.
    /// </param>
    /// <exception cref="NeptuneNotFoundException">A pattern matches no file, or something that cannot be read: a pipe, a socket, a device, a broken link, a forbidden folder. Then nothing is added.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void UploadFiles(params string[] globs)
    {
        RequireTexts(globs);
        RequireFits(FieldType.FileSet, "files to add to a set");
        if (!Core.HasRoom() || Core.Prepare(path, () => SetFiles.Stage(Core, globs)) is not { } files)
            return;
        Claim(FieldType.FileSet, "files to add to a set");
        Core.Write(new AddFilesOperation(path, files, Replace: false));
    }

    /// <inheritdoc cref="UploadFiles"/>
    /// <param name="globs">As for <see cref="UploadFiles"/>.</param>
    /// <param name="cancellation">Cancels before it has begun.</param>
    public Task UploadFilesAsync(IEnumerable<string> globs, CancellationToken cancellation = default) => Task.Run(() => UploadFiles([.. globs]), cancellation);

    /// <summary>Removes files from the file set at the path.</summary>
    /// <param name="paths">Names in the set, of files or of folders; a folder goes with all files below it.</param>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void DeleteFiles(params string[] paths)
    {
        RequireTexts(paths);
        RequireWritable();
        if (RequireExisting() != FieldType.FileSet)
            throw new NeptuneFieldTypeException(path, KnownType!.Value, "DeleteFiles()");
        Core.Write(new RemoveFilesOperation(path, [.. paths.Select(FieldPath.NormalizeNamespace)]));
    }

    /// <summary>
    /// Tracks files on this machine as an artifact: where they are, their hashes, sizes and times, not their contents. Files of an
    /// earlier call stay, except those of the same path. All files are hashed before the call returns.
    /// </summary>
    /// <remarks>Which files of a folder are taken, and what becomes of links, is as for <see cref="UploadFiles"/>.</remarks>
    /// <param name="location">A file or a folder: a path, or <c>file://</c> and a path.</param>
    /// <param name="destination">The folder within the artifact that the files go to. Default: its root.</param>
    /// <exception cref="NeptuneUnsupportedValueException">The location is empty, has wildcards, or is not on this machine (such as <c>s3://…</c>).</exception>
    /// <exception cref="NeptuneNotFoundException">There are no files at the location, or something that cannot be read, such as a pipe.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void TrackFiles(string location, string? destination = null)
    {
        RequireFits(FieldType.Artifact, "files to track");
        if (Core.Prepare(path, () => Core.Track(path, location, destination)) is not { } files)
            return;
        Claim(FieldType.Artifact, "files to track");
        Core.Write(new TrackFilesOperation(path, files, Replace: false));
    }

    /// <inheritdoc cref="TrackFiles"/>
    public Task TrackFilesAsync(string location, string? destination = null, CancellationToken cancellation = default) =>
        Task.Run(() => TrackFiles(location, destination), cancellation);

    /// <summary>Checks that the path could take a field of the type, without making it one yet.</summary>
    private void RequireFits(FieldType type, string attempted)
    {
        RequireWritable();
        if (KnownType is { } known && known != type)
            throw new NeptuneFieldTypeException(path, known, attempted);
        Core.Fields.CheckAll([path]);
    }
}
