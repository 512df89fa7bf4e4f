namespace Neptune.Core.Nql;

/// <summary>A number that sums a float series up.</summary>
internal enum NqlAggregate
{
    Last,
    Min,
    Max,
    Average,
    Variance,
}
