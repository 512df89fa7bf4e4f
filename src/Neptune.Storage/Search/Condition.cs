using Neptune.Storage.Sql;

namespace Neptune.Storage.Search;

/// <summary>What is asked of an object, ready to become SQL.</summary>
internal abstract class Condition
{
    /// <summary>The rows that give the objects that fulfil the condition; empty when an index does not find them.</summary>
    public virtual IReadOnlyList<FieldTest> Drivers => [];

    /// <summary>Whether all objects that the drivers give fulfil the condition. If not, it must be asked of each.</summary>
    public virtual bool IsDecidedByDrivers => true;

    /// <summary>The conditions that all must hold for this one to.</summary>
    public virtual IReadOnlyList<Condition> Conjuncts => [this];

    /// <summary>Writes the condition on the object whose id is in a column.</summary>
    public abstract void Write(SqlText sql, string objectId);
}
