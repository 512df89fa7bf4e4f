using Neptune.Storage.Sql;

namespace Neptune.Storage;

/// <summary>File system errors in the terms of callers.</summary>
internal sealed class BlobErrors(string root)
{
    private readonly StoreErrors errors = new(root);

    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            throw errors.From(error);
        }
    }
}
