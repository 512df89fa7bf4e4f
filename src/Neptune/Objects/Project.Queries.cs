using System.Linq.Expressions;
using Neptune.Core.Nql;
using Neptune.Queries;
using Neptune.Typed;

namespace Neptune;

/// <content>Queries over annotated types.</content>
public sealed partial class Project
{
    /// <summary>The project's runs that fulfil a condition over annotated types, newest first: <c>QueryRuns&lt;TrainParams&gt;(p =&gt; p.Lr &gt; 0.01)</c>.</summary>
    /// <param name="condition">Comparisons of properties with values, joined by &amp;&amp;, || and !; <c>Contains</c>, <c>StartsWith</c>, <c>EndsWith</c>, <c>Regex.IsMatch</c> and <see cref="Nql.Exists"/>. All by default.</param>
    /// <exception cref="NeptuneQueryException">A part of the condition cannot be asked of the store; the message shows it.</exception>
    /// <exception cref="NeptuneOptionsException">A type has no <c>[NeptuneNamespace]</c>.</exception>
    public TypedQuery<T> QueryRuns<T>(Expression<Func<T, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Run, [TypedShape<T>.Registered]).Where(condition));

    /// <inheritdoc cref="QueryRuns{T}"/>
    public TypedQuery<T1, T2> QueryRuns<T1, T2>(Expression<Func<T1, T2, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Run, [TypedShape<T1>.Registered, TypedShape<T2>.Registered]).Where(condition));

    /// <inheritdoc cref="QueryRuns{T}"/>
    public TypedQuery<T1, T2, T3> QueryRuns<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Run, [TypedShape<T1>.Registered, TypedShape<T2>.Registered, TypedShape<T3>.Registered]).Where(condition));

    /// <summary>The project's models that fulfil a condition over annotated types, newest first: <c>QueryModels&lt;TrainParams&gt;(p =&gt; p.Lr &gt; 0.01)</c>.</summary>
    /// <param name="condition">Comparisons of properties with values, joined by &amp;&amp;, || and !; <c>Contains</c>, <c>StartsWith</c>, <c>EndsWith</c>, <c>Regex.IsMatch</c> and <see cref="Nql.Exists"/>. All by default.</param>
    /// <exception cref="NeptuneQueryException">A part of the condition cannot be asked of the store; the message shows it.</exception>
    /// <exception cref="NeptuneOptionsException">A type has no <c>[NeptuneNamespace]</c>.</exception>
    public TypedQuery<T> QueryModels<T>(Expression<Func<T, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Model, [TypedShape<T>.Registered]).Where(condition));

    /// <inheritdoc cref="QueryModels{T}"/>
    public TypedQuery<T1, T2> QueryModels<T1, T2>(Expression<Func<T1, T2, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Model, [TypedShape<T1>.Registered, TypedShape<T2>.Registered]).Where(condition));

    /// <inheritdoc cref="QueryModels{T}"/>
    public TypedQuery<T1, T2, T3> QueryModels<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>>? condition = null) =>
        new(new QueryPlan(Core, ObjectKind.Model, [TypedShape<T1>.Registered, TypedShape<T2>.Registered, TypedShape<T3>.Registered]).Where(condition));
}
