using System.Collections;
using System.Linq.Expressions;
using Neptune.Queries;
using Neptune.Typed;

namespace Neptune;

/// <summary>Objects of a project that fulfil a condition, as three typed namespaces of each. It is asked of the store when it is gone through, page by page.</summary>
/// <remarks>Every call gives another query; the one that it is called on stays as it is.</remarks>
public sealed class TypedQuery<T1, T2, T3> : IEnumerable<TypedRow<T1, T2, T3>>
{
    private readonly QueryPlan plan;

    internal TypedQuery(QueryPlan plan) => this.plan = plan;

    /// <summary>The condition in the Neptune query language.</summary>
    public string Nql => plan.Nql;

    /// <summary>The objects that fulfil another condition too.</summary>
    /// <exception cref="NeptuneQueryException">A part of the condition cannot be asked of the store; the message shows it.</exception>
    public TypedQuery<T1, T2, T3> Where(Expression<Func<T1, T2, T3, bool>> condition) => new(plan.Where(condition));

    /// <summary>The smallest value of a property first. Objects without one come last.</summary>
    /// <exception cref="NeptuneQueryException">The property cannot be sorted by.</exception>
    public TypedQuery<T1, T2, T3> OrderBy(Expression<Func<T1, T2, T3, object?>> key) => new(plan.OrderBy(key, ascending: true));

    /// <summary>The largest value of a property first. Objects without one come last.</summary>
    /// <exception cref="NeptuneQueryException">The property cannot be sorted by.</exception>
    public TypedQuery<T1, T2, T3> OrderByDescending(Expression<Func<T1, T2, T3, object?>> key) => new(plan.OrderBy(key, ascending: false));

    /// <summary>At most so many objects.</summary>
    public TypedQuery<T1, T2, T3> Take(int count) => new(plan.Take(count));

    /// <summary>Something of each object. Only the fields that the expression names are read.</summary>
    public IEnumerable<TResult> Select<TResult>(Expression<Func<T1, T2, T3, TResult>> selector)
    {
        var select = selector.Compile();
        return plan.Rows(selector).Select(row => select(TypedShape<T1>.Registered.Read(row.Reader), TypedShape<T2>.Registered.Read(row.Reader), TypedShape<T3>.Registered.Read(row.Reader)));
    }

    /// <summary>The objects, one after the other.</summary>
    /// <exception cref="NeptuneFieldTypeException">A field has a value of another type than declared.</exception>
    public IEnumerator<TypedRow<T1, T2, T3>> GetEnumerator() =>
        plan.Rows().Select(row => new TypedRow<T1, T2, T3>(row.Object.SysId, row.Object.Uid, TypedShape<T1>.Registered.Read(row.Reader), TypedShape<T2>.Registered.Read(row.Reader), TypedShape<T3>.Registered.Read(row.Reader))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
