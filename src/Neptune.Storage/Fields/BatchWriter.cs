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

    public ApplyResult Apply(Guid objectUid, IReadOnlyList<Operation> operations, JournalMark? mark, Staging? staging, CancellationToken cancellation) => database.Write(
        session =>
        {
            var record = ObjectTable.Require(session, objectUid);
            if (mark is { } stretch && !JournalTable.IsNext(session, stretch))
                return new ApplyResult(Applied: false, []);

            var errors = new List<OperationError>();
            var whole = staging is { } from ? Adopted(operations, from, errors) : operations;
            if (whole.Count > 0)
                Apply(session, record, whole, errors);
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

    /// <summary>
    /// Takes the contents over within the transaction that will refer to them, so that nobody finds them unused meanwhile. An operation
    /// whose contents are lost is given up; the others are not to wait for it.
    /// </summary>
    private IReadOnlyList<Operation> Adopted(IReadOnlyList<Operation> operations, Staging staging, List<OperationError> errors) =>
        !operations.Any(operation => operation.Contents.Any()) ? operations : [.. operations.Where(operation => Adopt(operation, staging, errors))];

    private bool Adopt(Operation operation, Staging staging, List<OperationError> errors)
    {
        try
        {
            foreach (var content in operation.Contents)
                blobs.Adopt(staging, content);
            return true;
        }
        catch (NeptuneCorruptDataException error)
        {
            errors.Add(new(operation.Path, error.Message, IsLoss: true));
            return false;
        }
    }

    private void Apply(SqlSession session, ObjectRecord record, IReadOnlyList<Operation> operations, List<OperationError> errors)
    {
        var fields = new FieldWriter(session, record, trees.Open(session, record), paths);
        var applier = new OperationApplier(fields, new SeriesFieldWriter(session, record, floats));
        foreach (var operation in operations)
        {
            if (applier.Apply(operation) is { } problem)
                errors.Add(new(operation.Path, problem));
        }
        fields.Finish(applier.FilesChanged);
    }
}
