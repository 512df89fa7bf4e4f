using Neptune.Storage.Journals;
using Neptune.Storage.Objects;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Applies batches of operations, each in one transaction together with the position of the journal they came from.</summary>
internal sealed class BatchWriter(StoreDatabase database, PathDictionary paths, BlobStore blobs)
{
    private readonly FieldTreeCache trees = new();
    private readonly FloatBatch floats = new();

    public ApplyResult Apply(Guid objectUid, IReadOnlyList<Operation> operations, JournalMark? mark, string? stagingFolder, CancellationToken cancellation) => database.Write(
        session =>
        {
            var record = ObjectTable.Require(session, objectUid);
            if (mark is { } stretch && !JournalTable.IsNext(session, stretch))
                return new ApplyResult(Applied: false, []);

            if (stagingFolder is not null)
                Adopt(operations, stagingFolder);
            var errors = operations.Count == 0 ? [] : Apply(session, record, operations);
            if (mark is { } applied)
                JournalTable.Advance(session, record.ProjectId, applied);
            return new(Applied: true, errors);
        },
        Forget,
        cancellation);

    /// <summary>Drops what was remembered from a transaction that was undone.</summary>
    private void Forget()
    {
        paths.Forget();
        trees.Forget();
    }

    /// <summary>Within the transaction that will refer to them, so that nobody finds these contents unused meanwhile.</summary>
    private void Adopt(IReadOnlyList<Operation> operations, string stagingFolder)
    {
        foreach (var content in operations.SelectMany(operation => operation.Contents))
            blobs.Adopt(Path.Combine(stagingFolder, content.Sha256), content);
    }

    private List<OperationError> Apply(SqlSession session, ObjectRecord record, IReadOnlyList<Operation> operations)
    {
        var fields = new FieldWriter(session, record, trees.Open(session, record), paths);
        var applier = new OperationApplier(fields, new SeriesFieldWriter(session, record, floats));
        var errors = new List<OperationError>();
        foreach (var operation in operations)
        {
            if (applier.Apply(operation) is { } problem)
                errors.Add(new(operation.Path, problem));
        }
        fields.Finish(applier.FilesChanged);
        return errors;
    }
}
