using System.Collections.Immutable;
using Neptune.Core.Nql;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>Turns a query into a condition on the objects of one project. What cannot hold there is left out.</summary>
internal sealed class ConditionCompiler(SqlDialect dialect, PathIndex paths, long project, DateTimeOffset now)
{
    public Condition Compile(NqlNode node) => node switch
    {
        NqlAnd and => AllCondition.Of(and.Terms.Select(Compile)),
        NqlOr or => AnyCondition.Of(Alternatives(or.Terms)),
        NqlNot not => NotCondition.Of(Compile(not.Operand)),
        NqlExists exists => paths.Find(exists.Field.Path) is { } found && (exists.Field.Type is not { } type || found.Types.Contains(type))
            ? Tests(found.Id).Exists(exists.Field.Type)
            : ConstantCondition.Never,
        NqlClause clause => Compare(clause),
        _ => ConstantCondition.Always,
    };

    private Condition Compare(NqlClause clause)
    {
        if (paths.Find(clause.Field.Path) is not { } found)
            return ConstantCondition.Never;
        var wanted = clause.Field.Aggregate is null ? clause.Field.Type : FieldType.FloatSeries;
        return AnyCondition.Of(found.Types
            .Where(type => (wanted is null || wanted == type) && NqlRules.Compares(clause.Operator, type))
            .Select(type => Tests(found.Id).Compare(type, clause.Field.Aggregate, clause.Operator, clause.Value))
            .OfType<FieldTest>());
    }

    /// <summary>The terms of an "or", those that ask for one of several texts of the same field taken together.</summary>
    private IEnumerable<Condition> Alternatives(ImmutableArray<NqlNode> terms)
    {
        foreach (var same in terms.GroupBy(term => term is NqlClause { Operator: NqlOperator.Equal, Field.Type: FieldType.String } clause ? clause.Field : null))
        {
            if (same.Key is null || same.Skip(1).FirstOrDefault() is null)
            {
                foreach (var term in same)
                    yield return Compile(term);
            }
            else if (paths.Find(same.Key.Path) is { } found && found.Types.Contains(FieldType.String))
            {
                foreach (var texts in same.Select(term => ((NqlClause)term).Value).Distinct(StringComparer.Ordinal).Chunk(SqlList.MaxItems))
                    yield return Tests(found.Id).IsOneOf(texts);
            }
        }
    }

    private FieldTests Tests(long path) => new(dialect, project, path, now);
}
