namespace Neptune;

/// <summary>What conditions of typed queries can say that C# has no word for.</summary>
public static class Nql
{
    /// <summary>Whether the object has the field of a property: <c>project.QueryRuns&lt;TrainParams&gt;(p =&gt; Nql.Exists(p.Lr))</c>.</summary>
    /// <exception cref="NotSupportedException">It was called outside of a query.</exception>
    public static bool Exists(object? property) => throw new NotSupportedException("Nql.Exists has a meaning only in the condition of a typed query.");
}
