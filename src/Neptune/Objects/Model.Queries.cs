using System.Linq.Expressions;
using Neptune.Core.Nql;
using Neptune.Queries;
using Neptune.Typed;

namespace Neptune;

/// <content>Queries over annotated types.</content>
public sealed partial class Model
{
    /// <summary>The model's versions that fulfil a condition over annotated types, newest first: <c>QueryModelVersions&lt;TrainParams&gt;(p =&gt; p.Lr &gt; 0.01)</c>.</summary>
    /// <param name="condition">Comparisons of properties with values, joined by &amp;&amp;, || and !; <c>Contains</c>, <c>StartsWith</c>, <c>EndsWith</c>, <c>Regex.IsMatch</c> and <see cref="Nql.Exists"/>. All by default.</param>
    /// <exception cref="NeptuneQueryException">A part of the condition cannot be asked of the store; the message shows it.</exception>
    /// <exception cref="NeptuneOptionsException">A type has no <c>[NeptuneNamespace]</c>.</exception>
    public TypedQuery<T> QueryModelVersions<T>(Expression<Func<T, bool>>? condition = null) =>
        new((new QueryPlan(Core, ObjectKind.ModelVersion, [TypedShape<T>.Registered]) with { Condition = new NqlClause(new(SysFields.ModelId, FieldType.String), NqlOperator.Equal, Id) }).Where(condition));

    /// <inheritdoc cref="QueryModelVersions{T}"/>
    public TypedQuery<T1, T2> QueryModelVersions<T1, T2>(Expression<Func<T1, T2, bool>>? condition = null) =>
        new((new QueryPlan(Core, ObjectKind.ModelVersion, [TypedShape<T1>.Registered, TypedShape<T2>.Registered]) with { Condition = new NqlClause(new(SysFields.ModelId, FieldType.String), NqlOperator.Equal, Id) }).Where(condition));

    /// <inheritdoc cref="QueryModelVersions{T}"/>
    public TypedQuery<T1, T2, T3> QueryModelVersions<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>>? condition = null) =>
        new((new QueryPlan(Core, ObjectKind.ModelVersion, [TypedShape<T1>.Registered, TypedShape<T2>.Registered, TypedShape<T3>.Registered]) with { Condition = new NqlClause(new(SysFields.ModelId, FieldType.String), NqlOperator.Equal, Id) }).Where(condition));
}
