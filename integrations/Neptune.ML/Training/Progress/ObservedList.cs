using System.Collections;

namespace Neptune.ML.Training.Progress;

/// <summary>A list that tells which of its elements a search ended at: whoever looks for one goes over the elements up to it.</summary>
/// <param name="observer">Is told of the element, on the thread that searched.</param>
internal sealed class ObservedList<T>(Action<object> observer) : List<T>, IEnumerable<T>
    where T : class
{
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Elements();

    IEnumerator IEnumerable.GetEnumerator() => Elements();

    private IEnumerator<T> Elements()
    {
        T? last = null;
        try
        {
            for (var i = 0; i < Count; i++)
                yield return last = this[i];
        }
        finally
        {
            if (last is not null)
                observer(last);
        }
    }
}
