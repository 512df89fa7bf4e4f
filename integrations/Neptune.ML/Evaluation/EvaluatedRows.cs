using Microsoft.ML;

namespace Neptune.ML.Evaluation;

/// <summary>Whether there is anything to evaluate: of no rows ML.NET's evaluators say that there is no error, or that nothing is right.</summary>
internal static class EvaluatedRows
{
    public static bool Any(IDataView scored)
    {
        using var cursor = scored.GetRowCursor([]);
        return cursor.MoveNext();
    }

    /// <exception cref="NeptuneOptionsException">There are none.</exception>
    public static void RequireAny(IDataView scored)
    {
        if (!Any(scored))
            throw None();
    }

    public static NeptuneOptionsException None() => new("There are no rows to evaluate, so there are no metrics. Check how the data were split or filtered.");
}
