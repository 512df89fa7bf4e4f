using System.Collections;
using System.Globalization;

namespace Neptune.Values;

/// <summary>Goes through what users hand over, which may fail or never end.</summary>
internal static class Sequence
{
    /// <summary>More than any list of values has; an endless one fails here and does not fill the memory.</summary>
    public const int MostElements = 10_000_000;

    /// <exception cref="NeptuneUnsupportedValueException">It fails, or has too many elements.</exception>
    public static IEnumerable<object?> Of(string path, IEnumerable list) => Of(path, list.GetType(), list.GetEnumerator);

    /// <inheritdoc cref="Of(string, IEnumerable)"/>
    public static IEnumerable<DictionaryEntry> Of(string path, IDictionary dictionary) => Of(path, dictionary.GetType(), dictionary.GetEnumerator).Cast<DictionaryEntry>();

    private static IEnumerable<object?> Of(string path, Type type, Func<IEnumerator> start)
    {
        var elements = Guarded(path, type, start);
        try
        {
            for (var count = 0; Guarded(path, type, elements.MoveNext); count++)
            {
                if (count == MostElements)
                    throw new NeptuneUnsupportedValueException(path, string.Create(CultureInfo.InvariantCulture, $"\"{path}\": the {type} has more than {MostElements} elements; does it end? Log a series or a file."));
                yield return Guarded(path, type, () => elements.Current);
            }
        }
        finally
        {
            (elements as IDisposable)?.Dispose();
        }
    }

    private static T Guarded<T>(string path, Type type, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (e is not (NeptuneException or OperationCanceledException))
        {
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": going through a {type} failed: {e.Message}", e);
        }
    }
}
