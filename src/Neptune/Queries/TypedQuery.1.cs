using System.Collections;
using System.Linq.Expressions;
using Neptune.Queries;
using Neptune.Typed;

namespace Neptune;

/// <summary>Objects of a project that fulfil a condition, as a typed namespace of each. It is asked of the store when it is gone through, page by page.</summary>
/// <remarks>Every call gives another query; the one that it is called on stays as it is.</remarks>
public sealed class TypedQuery<T> : IEnumerable<TypedRow<T>>
{
    private readonly QueryPlan plan;

    internal TypedQuery(QueryPlan plan) => this.plan = plan;

    /// <summary>The condition in the Neptune query language.</summary>
    public string Nql => plan.Nql;

    /// <summary>The objects that fulfil another condition too.</summary>
    /// <exception cref="NeptuneQueryException">A part of the condition cannot be asked of the store; the message shows it.</exception>
    public TypedQuery<T> Where(Expression<Func<T, bool>> condition) => new(plan.Where(condition));

    /// <summary>The smallest value of a property first. Objects without one come last.</summary>
    /// <exception cref="NeptuneQueryException">The property cannot be sorted by.</exception>
    public TypedQuery<T> OrderBy(Expression<Func<T, object?>> key) => new(plan.OrderBy(key, ascending: true));

    /// <summary>The largest value of a property first. Objects without one come last.</summary>
    /// <exception cref="NeptuneQueryException">The property cannot be sorted by.</exception>
    public TypedQuery<T> OrderByDescending(Expression<Func<T, object?>> key) => new(plan.OrderBy(key, ascending: false));

    /// <summary>At most so many objects.</summary>
    public TypedQuery<T> Take(int count) => new(plan.Take(count));

    /// <summary>Something of each object. Only the fields that the expression names are read.</summary>
    public IEnumerable<TResult> Select<TResult>(Expression<Func<T, TResult>> selector)
    {
        var select = selector.Compile();
        return plan.Rows(selector).Select(row => select(TypedShape<T>.Registered.Read(row.Reader)));
    }

    /// <summary>The objects, one after the other.</summary>
    /// <exception cref="NeptuneFieldTypeException">A field has a value of another type than declared.</exception>
    public IEnumerator<TypedRow<T>> GetEnumerator() =>
        plan.Rows().Select(row => new TypedRow<T>(row.Object.SysId, row.Object.Uid, TypedShape<T>.Registered.Read(row.Reader))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
